/** Words shorter than this are not corrected: nearly every short word is one edit from another. */
export const MIN_CORRECTED_LENGTH = 4;
/** From this length on two edits are one slip: "contrasñea". */
const TWO_EDITS_FROM = 6;
const MAX_NEAR_WORDS = 3;

export type NearWord = { word: string; edits: 1 | 2; weight: number };

const WEIGHT_BY_EDITS = { 1: 0.8, 2: 0.5 } as const;

/** Of the folded `candidates`, the three nearest to a misspelt folded `word`: fewest edits first, then most trigrams in common. */
export function nearWords(word: string, candidates: Iterable<string>): NearWord[] {
  if (word.length < MIN_CORRECTED_LENGTH) return [];
  const allowed = word.length >= TWO_EDITS_FROM ? 2 : 1;
  const grams = trigramsOf(word);
  const near: Array<NearWord & { overlap: number }> = [];
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > allowed) continue;
    const edits = editDistance(word, candidate, allowed);
    if (edits === 1 || edits === 2) near.push({ word: candidate, edits, weight: WEIGHT_BY_EDITS[edits], overlap: overlapOf(grams, trigramsOf(candidate)) });
  }
  return near
    .sort((a, b) => a.edits - b.edits || b.overlap - a.overlap || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_NEAR_WORDS)
    .map(({ word: found, edits, weight }) => ({ word: found, edits, weight }));
}

/** Edits between two words (a letter more, less, other, or two neighbours swapped), or `limit + 1` when there are more than `limit`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) row.push(cellOf({ from, to, i, j, row, last, beforeLast }));
    if (Math.min(...row) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[to.length] ?? limit + 1, limit + 1);
}

function cellOf({ from, to, i, j, row, last, beforeLast }: { from: string; to: string; i: number; j: number; row: number[]; last: number[]; beforeLast: number[] }): number {
  const at = (cells: number[], index: number) => cells[index] ?? Number.POSITIVE_INFINITY;
  const same = from[i - 1] === to[j - 1];
  const least = Math.min(at(row, j - 1) + 1, at(last, j) + 1, at(last, j - 1) + (same ? 0 : 1));
  const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
  return isSwap ? Math.min(least, at(beforeLast, j - 2) + 1) : least;
}

/** As PostgreSQL's pg_trgm cuts them: two spaces before, one after. */
export function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  return grams;
}

function overlapOf(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}
