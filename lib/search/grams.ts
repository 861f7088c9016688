import { foldText } from "./text";
import type { Token } from "./types";

const GRAM_LENGTH = 4;
/** The part of a text whose grams are taken: its title and this much of the body. */
export const GRAM_BODY_LENGTH = 600;

/** The 4-grams of a folded word, its edges marked with a space: " dom", "domi" … "nio ". A shorter word is one gram. */
export function gramsOf(folded: string): string[] {
  const padded = ` ${folded} `;
  if (padded.length <= GRAM_LENGTH) return [padded];
  const grams: string[] = [];
  for (let at = 0; at + GRAM_LENGTH <= padded.length; at += 1) grams.push(padded.slice(at, at + GRAM_LENGTH));
  return grams;
}

/** Gram to frequency over the words of the tokens, stop words and the wholes of identifiers left out. */
export function countGrams(tokens: readonly Token[], bodyLength = Number.POSITIVE_INFINITY): Map<string, number> {
  const grams = new Map<string, number>();
  for (const token of tokens) {
    if (token.isStopWord || token.start >= bodyLength) continue;
    for (const gram of gramsOf(foldText(token.surface.slice(0, 100)))) grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}
