import { foldText } from "@/lib/search/text";
import type { Token } from "@/lib/search/types";

/** A token as expressions are compared by: its stem, or for a stop word the word itself. */
export type Word = { key: string; term: string; surface: string; isStopWord: boolean; index: number; start: number; end: number };

const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;

/**
 * The words of a text that an expression may stand for, in order. An identifier is one word, and its parts are none: "correo" in
 * "correo.acme.example" is no mail. A stop word is told apart from a stem, because "tarde" and "tarda" share theirs.
 */
export function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let hiddenUntil = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.start < hiddenUntil || isJoinedName(token)) continue;
    if (isWhole(token)) hiddenUntil = token.end;
    const key = token.isStopWord ? `=${foldText(token.surface)}` : token.term;
    words.push({ key, term: token.term, surface: token.surface, isStopWord: token.isStopWord, index, start: token.start, end: token.end });
  }
  return words;
}

/** Months are words first. */
function isWhole({ identifier }: Token): boolean {
  return identifier !== null && identifier.kind !== "month";
}

/** "correo/e-mail": two words that somebody joined. Their parts follow; "WordPress" is a name that stands for itself. */
function isJoinedName({ identifier, surface }: Token): boolean {
  return identifier?.kind === "name" && !ONLY_LETTERS.test(surface);
}
