import type { TextIndex } from "@/lib/search/text-index";

/** What two texts have in common, as term ids in their order or as sets of them. */
export type Sequences = { title: Int32Array; body: Int32Array };
type WeightOf = (term: number) => number;

/** A pair of terms as one number: ids stay far below this. */
const PAIR_SPAN = 4_194_304;

const PLACES = 8;

export function knownShare(terms: Iterable<number>, isKnown: (term: number) => boolean, weightOf: WeightOf): { share: number; missing: number; best: number } {
  let all = 0;
  let best = 0;
  let known = 0;
  let missing = 0;
  for (const term of terms) {
    const weight = weightOf(term);
    all += weight;
    if (isKnown(term)) {
      known += weight;
      best = Math.max(best, weight);
    } else missing = Math.max(missing, weight);
  }
  return { share: ratio(known, all), missing, best };
}

/** Weight of the known term that has `rank` − 1 heavier ones above it; 0 where there are fewer. */
export function heaviest(terms: Iterable<number>, isKnown: (term: number) => boolean, weightOf: WeightOf, rank: number): number {
  const best = new Float64Array(rank);
  for (const term of terms) {
    const weight = weightOf(term);
    if (weight <= best[rank - 1]! || !isKnown(term)) continue;
    let at = rank - 1;
    for (; at > 0 && best[at - 1]! < weight; at -= 1) best[at] = best[at - 1]!;
    best[at] = weight;
  }
  return best[rank - 1]!;
}

/** The best known stretch of so many neighbouring words (of a shorter text, all of it): its known share. */
export function densestKnown(words: Int32Array, isKnown: (term: number) => boolean, weightOf: WeightOf, span: number): number {
  let best = 0;
  let all = 0;
  let known = 0;
  for (let at = 0; at < words.length; at += 1) {
    const enters = weightOf(words[at]!);
    all += enters;
    if (isKnown(words[at]!)) known += enters;
    if (at >= span) {
      const leaves = weightOf(words[at - span]!);
      all -= leaves;
      if (isKnown(words[at - span]!)) known -= leaves;
    }
    if (at >= Math.min(span, words.length) - 1) best = Math.max(best, ratio(known, all));
  }
  return best;
}

export function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((term, at) => term === b[at]);
}

export function pairsOf({ title, body }: Sequences): Set<number> {
  const pairs = new Set<number>();
  for (const sequence of [title, body]) for (let at = 1; at < sequence.length; at += 1) pairs.add(sequence[at - 1]! * PAIR_SPAN + sequence[at]!);
  return pairs;
}

/** Three terms as one number, by hash: two triples that meet there cost a hair of likeness. */
export function triplesOf({ title, body }: Sequences): Set<number> {
  const triples = new Set<number>();
  for (const sequence of [title, body]) {
    for (let at = 2; at < sequence.length; at += 1) triples.add((((sequence[at - 2]! * 131_071 + sequence[at - 1]!) * 131_071) % 9_007_199_254_740) + sequence[at]!);
  }
  return triples;
}

export function pairShare(own: ReadonlySet<number>, other: ReadonlySet<number>, weightOf: WeightOf): number {
  let all = 0;
  let shared = 0;
  for (const pair of own) {
    const weight = Math.min(weightOf(Math.floor(pair / PAIR_SPAN)), weightOf(pair % PAIR_SPAN));
    all += weight;
    if (other.has(pair)) shared += weight;
  }
  return ratio(shared, all);
}

export function placesOf(sequence: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < sequence.length; at += 1) {
    const list = places.get(sequence[at]!);
    if (list === undefined) places.set(sequence[at]!, [at]);
    else if (list.length < PLACES) list.push(at);
  }
  return places;
}

/** Weight of the weightiest stretch that stands word by word in both; a pasted error message, as a rule. */
export function longestRun(text: Int32Array, own: Int32Array, places: ReadonlyMap<number, number[]>, weightOf: WeightOf): number {
  let heaviest = 0;
  for (let from = 0; from < text.length; from += 1) {
    for (const place of places.get(text[from]!) ?? []) {
      if (from > 0 && place > 0 && text[from - 1] === own[place - 1]) continue;
      let weight = 0;
      for (let step = 0; from + step < text.length && place + step < own.length && text[from + step] === own[place + step]; step += 1) weight += weightOf(text[from + step]!);
      heaviest = Math.max(heaviest, weight);
    }
  }
  return heaviest;
}

export function edits(a: Int32Array, b: Int32Array): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    last = row;
  }
  return last[b.length]!;
}

export function gramSet(index: TextIndex, words: Int32Array): Set<number> {
  const grams = new Set<number>();
  for (const word of words) for (const gram of index.gramsOf(word)) grams.add(gram);
  return grams;
}

export function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return ratio(2 * shared, a.size + b.size);
}

export function intersects(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

export function countWhere(values: Iterable<number>, isCounted: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (isCounted(value)) count += 1;
  return count;
}

export function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
