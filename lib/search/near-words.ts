/** Words shorter than this are not corrected: nearly every short word is one edit from another. */
export const MIN_CORRECTED_LENGTH = 4;
/** From this length on two edits are one slip: "contrasñea". */
export const TWO_EDITS_FROM = 6;
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
    if (edits <= allowed && (edits === 1 || edits === 2)) near.push({ word: candidate, edits, weight: WEIGHT_BY_EDITS[edits], overlap: overlapOf(grams, trigramsOf(candidate)) });
  }
  return near
    .sort((a, b) => a.edits - b.edits || b.overlap - a.overlap || (a.word < b.word ? -1 : 1))
    .slice(0, MAX_NEAR_WORDS)
    .map(({ word: found, edits, weight }) => ({ word: found, edits, weight }));
}

/** Longer words are compared up to here. */
const MOST_LETTERS = 64;
// Three rows of the table of edits, used in turn: a vocabulary is compared by the thousand.
const ROWS = [new Uint8Array(MOST_LETTERS + 1), new Uint8Array(MOST_LETTERS + 1), new Uint8Array(MOST_LETTERS + 1)] as const;

/** Edits between two words (a letter more, less, other, or two neighbours swapped), or `limit + 1` when there are more than `limit`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  const a = from.slice(0, MOST_LETTERS);
  const b = to.slice(0, MOST_LETTERS);
  let [beforeLast, last, row]: [Uint8Array, Uint8Array, Uint8Array] = [ROWS[0], ROWS[1], ROWS[2]];
  for (let j = 0; j <= b.length; j += 1) last[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (isSwap) edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length]!, limit + 1);
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
