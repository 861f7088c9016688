/** Paragraphs less alike than this are another one each, not the same with changes. */
const ALIKE = 0.35;
/** Pairs that are looked at; with more, no two are taken for the same paragraph. */
const MAX_PAIRS = 2_500;
/** Words of a paragraph that are looked at. */
const MAX_WORDS = 400;

type Pair = [before: string | null, after: string | null];

/**
 * Which of the paragraphs that went became which of those that came, keeping both in their order: the pairing with the greatest likeness.
 * What was removed stands before what was added in its place.
 */
export function pairParagraphs(removed: readonly string[], added: readonly string[]): Pair[] {
  const alone: Pair[] = [...removed.map((text): Pair => [text, null]), ...added.map((text): Pair => [null, text])];
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > MAX_PAIRS) return alone;
  const before = removed.map(wordSet);
  const after = added.map(wordSet);
  const likeness = before.map((one) => after.map((other) => likenessOf(one, other)));
  const best = bestFrom(likeness, removed.length, added.length);
  const pairs: Pair[] = [];
  let one = 0;
  let other = 0;
  while (one < removed.length || other < added.length) {
    const { alike, here, below, across } = { alike: likeness[one]?.[other] ?? 0, here: best[one]?.[other] ?? 0, below: best[one + 1]?.[other] ?? -1, across: best[one + 1]?.[other + 1] ?? -1 };
    if (alike >= ALIKE && here === across + alike) pairs.push([removed[one++] ?? null, added[other++] ?? null]);
    else if (here === below) pairs.push([removed[one++] ?? null, null]);
    else pairs.push([null, added[other++] ?? null]);
  }
  return pairs;
}

/** The greatest sum of likenesses that can be had from each place on. */
function bestFrom(likeness: readonly number[][], rows: number, columns: number): number[][] {
  const best = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const alike = likeness[row]![column]!;
      const paired = alike >= ALIKE ? best[row + 1]![column + 1]! + alike : 0;
      best[row]![column] = Math.max(paired, best[row + 1]![column]!, best[row]![column + 1]!);
    }
  }
  return best;
}

function wordSet(text: string): Set<string> {
  return new Set((text.slice(0, MAX_WORDS * 12).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_WORDS));
}

/** Dice's coefficient. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}
