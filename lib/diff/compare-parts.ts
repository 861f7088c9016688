import { diffArrays } from "diff";
import type { DiffPart } from "./types";

/** How much may still be compared word by word; spent by every pair of paragraphs. */
export type Budget = { characters: number };

const WHOLE_BUDGET = 200_000;
/** A longer pair is compared by lines. */
const MOST_BY_WORDS = 20_000;
const MAX_EDITS = 800;

export function createBudget(): Budget {
  return { characters: WHOLE_BUDGET };
}

/** What changed inside a paragraph; null when so much did that both are better read apart. Nothing is left out: the parts make up both texts. */
export function compareParts({ before, after }: { before: string; after: string }, budget: Budget): DiffPart[] | null {
  const size = before.length + after.length;
  const isByWords = size <= MOST_BY_WORDS && size <= budget.characters;
  if (isByWords) budget.characters -= size;
  const cut = isByWords ? wordsOf : linesOf;
  const changes = diffArrays(cut(before), cut(after), { maxEditLength: MAX_EDITS });
  if (!changes) return null;
  return joined(changes.map(({ added, removed, value }): DiffPart => ({ kind: added ? "added" : removed ? "removed" : "same", text: value.join("") })));
}

/** Words, runs of spaces, and every other mark by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Two changed words with nothing but spaces between them are one change: it reads as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    if (removed) out.push({ kind: "removed", text: removed });
    if (added) out.push({ kind: "added", text: added });
    removed = added = "";
  };
  for (const [at, { kind, text }] of parts.entries()) {
    const isBetween = kind === "same" && removed + added !== "" && at < parts.length - 1 && /^[^\S\n]+$/.test(text);
    if (isBetween) {
      removed += text;
      added += text;
    } else if (kind === "same") {
      flush();
      out.push({ kind, text });
    } else if (kind === "added") added += text;
    else removed += text;
  }
  flush();
  return out;
}
