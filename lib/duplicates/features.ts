import { queryWeight, termScore, TICKET_BM25 } from "@/lib/search/bm25";
import type { Hit, TextIndex, WeightedId } from "@/lib/search/text-index";

/**
 * What is measured of a draft and one earlier ticket. All are 0 to 1 unless said otherwise; "known" is the share, by weight, of one
 * text's terms that stand in the other.
 */
export const FEATURES = [
  "terms", // BM25 against what the draft scores against itself
  "termsAgainstBest",
  "grams", // the same over 4-grams
  "gramsAgainstBest",
  "titleGrams",
  "draftKnown",
  "ticketKnown",
  "draftTitleKnown",
  "ticketTitleKnown",
  "draftMissing", // weight of the most telling title word that the other lacks, in tens
  "ticketMissing",
  "pairs", // neighbouring words in common
  "reverse", // BM25 with the ticket as the question
  "lengthGap", // logarithm
  "ticketLength", // logarithm
  "draftTitleInBody",
  "ticketTitleInBody",
  "bodyCosine",
  "cosine",
  "run", // weight of the longest passage in common, logarithm
  "neighbourBest", // how near the candidate stands to the other likely ones
  "neighbourMean",
  "neighbours", // their number, logarithm
  "otherNumbers", // both titles name numbers, and not the same
  "titleOrder", // 1 − edits between the titles, in words
  "youngerShare", // tickets since, of all; logarithm
  "youngerCount", // tickets since; logarithm
  "isNext", // nothing came between
  "draftLength", // logarithm
  "draftLacking", // title words that the other lacks, logarithm of their number
  "ticketLacking",
  "triples", // three neighbouring words in common, logarithm of their number
  "opening", // the draft's first words, known share
  "bodyKnown",
  "ticketBodyKnown",
  "bestShared", // weight of the most telling word of the draft's title that the other has, in tens
  "lesserMissing", // both titles lack something: the lesser of the two
  "oneWordApart", // titles that differ in one word: the same task for another thing, as a rule
  "names", // names, codes and versions in common, logarithm of their number
  "wordsRank", // place by words alone, logarithm
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type FeatureRow = Float64Array;

/** A draft as the index's words: those of its subject and of its body. */
export type Draft = { title: Int32Array; body: Int32Array };

/** How many tickets came between, and of how many. */
export type Age = { younger: number; of: number };

const COMPARED_WORDS = 400;
const OPENING_WORDS = 25;
const NEIGHBOURS = 50;
const NEAR = 0.3;
/** A lone candidate is its own best: the best counts as at least this like the draft. */
const LEAST_BEST = 0.15;

/** The terms that a draft is looked for by: nothing is lost against all of them. */
const QUERY_TERMS = 30;

/** A term that the operator says may stand for one of the draft's, and what it is worth beside the draft's own. */
export type Widening = { term: string; worth: number };

export function questionOf(index: TextIndex, draft: Draft, widened: readonly Widening[] = []): { terms: WeightedId[]; length: number; selfScore: number } {
  const counts = index.countTerms(draft.title, draft.body);
  let length = 0;
  const terms: WeightedId[] = [];
  for (const [term, frequency] of counts) {
    length += frequency;
    terms.push({ term, frequency, weight: queryWeight(frequency) * index.weightOf(term) });
  }
  terms.sort((a, b) => b.weight - a.weight || a.term - b.term);
  terms.length = Math.min(terms.length, QUERY_TERMS);
  const { averageLength } = index;
  const selfScore = terms.reduce((sum, { frequency, weight }) => sum + weight * termScore({ frequency, length, averageLength }, TICKET_BM25), 0);
  const own = new Set(terms.map(({ term }) => term));
  for (const { term, worth } of widened) {
    const id = index.termId(term);
    if (id === undefined || own.has(id)) continue;
    own.add(id);
    terms.push({ term: id, frequency: 1, weight: worth * index.weightOf(id) });
  }
  return { terms, length, selfScore };
}

type Text = { title: Int32Array; body: Int32Array; titleTerms: Set<number>; counts: Map<number, number>; length: number };

/** A candidate of the first look: likeness by words and by 4-grams, each against the draft's likeness to itself. */
export type Candidate = { at: number; terms: number; grams: number; age: Age };

/** One row a candidate, in their order. */
export function featuresOf(index: TextIndex, draft: Draft, candidates: readonly Candidate[]): FeatureRow[] {
  if (candidates.length === 0) return [];
  const weightOf = memoized((term: number) => index.weightOf(term));
  const termsOf = (words: Int32Array) => Int32Array.from(words.subarray(0, COMPARED_WORDS), (word) => index.termOf(word));
  const textOf = (title: Int32Array, body: Int32Array): Text => {
    const counts = index.countTerms(title, body.subarray(0, COMPARED_WORDS));
    const titleTerms = termsOf(title);
    return { title: titleTerms, body: termsOf(body), titleTerms: new Set(titleTerms), counts, length: sumOf(counts.values()) };
  };
  const own = textOf(draft.title, draft.body);
  const texts = candidates.map(({ at }) => textOf(index.titleAt(at), index.bodyAt(at, COMPARED_WORDS)));
  const { bestTerms, bestGrams } = bestOf(candidates);
  const vectors = texts.map((text) => unitVector(text.counts, weightOf));
  const ownVector = new Map(vectorEntries(unitVector(own.counts, weightOf)));
  const ownBody = new Map(vectorEntries(unitVector(countOf(own.body), weightOf)));
  const near = neighbourhood(index.terms.length, vectors, candidates.map(({ terms }) => terms / bestTerms));
  const ownTitleGrams = gramSet(index, draft.title);
  const ownPairs = pairsOf(own);
  const ownNumbers = numbersOf(index, own);
  const ownTriples = triplesOf(own);
  const ownNames = [...own.counts.keys()].filter((term) => NAME.test(index.terms[term]!));
  const wordPlaces = new Map([...candidates].sort((a, b) => b.terms - a.terms).map((candidate, place) => [candidate, place]));
  const ownOpening = new Set(own.body.subarray(0, OPENING_WORDS));
  const ownBodyTerms = new Set(own.body);
  const places = placesOf(own.body);
  const titlePlaces = placesOf(own.title);
  const { averageLength } = index;

  return texts.map((text, rank) => {
    const { at, terms, grams, age } = candidates[rank]!;
    const draftTitle = knownShare(own.titleTerms, (term) => text.counts.has(term), weightOf);
    const ticketTitle = knownShare(text.titleTerms, (term) => own.counts.has(term), weightOf);
    const numbers = numbersOf(index, text);
    const bodyTerms = new Set(text.body);
    const titleEdits = edits(own.title.subarray(0, 30), text.title.subarray(0, 30));
    const values: Record<FeatureName, number> = {
      terms,
      termsAgainstBest: terms / bestTerms,
      grams,
      gramsAgainstBest: grams / bestGrams,
      titleGrams: dice(ownTitleGrams, gramSet(index, index.titleAt(at))),
      draftKnown: knownShare(own.counts.keys(), (term) => text.counts.has(term), weightOf).share,
      ticketKnown: knownShare(text.counts.keys(), (term) => own.counts.has(term), weightOf).share,
      draftTitleKnown: draftTitle.share,
      ticketTitleKnown: ticketTitle.share,
      draftMissing: draftTitle.missing / 10,
      ticketMissing: ticketTitle.missing / 10,
      pairs: pairShare(ownPairs, pairsOf(text), weightOf),
      reverse: reverseLikeness(text, own, weightOf, averageLength),
      lengthGap: Math.abs(Math.log((own.length + 5) / (text.length + 5))),
      ticketLength: Math.log1p(text.length),
      draftTitleInBody: knownShare(own.titleTerms, (term) => text.counts.has(term) && !text.titleTerms.has(term), weightOf).share,
      ticketTitleInBody: knownShare(text.titleTerms, (term) => own.counts.has(term) && !own.titleTerms.has(term), weightOf).share,
      bodyCosine: dot(unitVector(countOf(text.body), weightOf), ownBody),
      cosine: dot(vectors[rank]!, ownVector),
      run: Math.log1p(Math.max(longestRun(text.body, own.body, places, weightOf), longestRun(text.title, own.title, titlePlaces, weightOf))),
      neighbourBest: near.best[rank]!,
      neighbourMean: near.mean[rank]!,
      neighbours: Math.log1p(near.count[rank]!),
      otherNumbers: ownNumbers.size > 0 && numbers.size > 0 && !intersects(ownNumbers, numbers) ? 1 : 0,
      titleOrder: 1 - titleEdits / Math.max(1, Math.min(30, own.title.length), Math.min(30, text.title.length)),
      youngerShare: youngerShareOf(age),
      youngerCount: Math.log1p(age.younger),
      isNext: age.younger <= 1 ? 1 : 0,
      draftLength: Math.log1p(own.length),
      draftLacking: Math.log1p(countWhere(own.titleTerms, (term) => !text.counts.has(term))),
      ticketLacking: Math.log1p(countWhere(text.titleTerms, (term) => !own.counts.has(term))),
      triples: Math.log1p(countWhere(triplesOf(text), (triple) => ownTriples.has(triple))),
      opening: knownShare(ownOpening, (term) => bodyTerms.has(term), weightOf).share,
      bodyKnown: knownShare(ownBodyTerms, (term) => bodyTerms.has(term), weightOf).share,
      bestShared: draftTitle.best / 10,
      lesserMissing: Math.min(draftTitle.missing, ticketTitle.missing) / 10,
      oneWordApart: titleEdits === 1 && own.title.length === text.title.length && own.title.length > 2 ? 1 : 0,
      names: Math.log1p(countWhere(ownNames, (term) => text.counts.has(term))),
      wordsRank: Math.log1p(wordPlaces.get(candidates[rank]!) ?? 0),
      ticketBodyKnown: knownShare(bodyTerms, (term) => ownBodyTerms.has(term), weightOf).share,
    };
    return Float64Array.from(FEATURES, (name) => values[name]);
  });
}

/** What the best is measured against; a lone candidate is its own best, and is worth no more for it. */
export function bestOf(candidates: readonly Candidate[]): { bestTerms: number; bestGrams: number } {
  let bestTerms = LEAST_BEST;
  let bestGrams = LEAST_BEST;
  for (const { terms, grams } of candidates) {
    bestTerms = Math.max(bestTerms, terms);
    bestGrams = Math.max(bestGrams, grams);
  }
  return { bestTerms, bestGrams };
}

export function youngerShareOf({ younger, of }: Age): number {
  return Math.log1p((1_000 * younger) / Math.max(of, 1));
}

/** BM25 over 4-grams of each hit, against what the draft scores against itself. */
export function gramLikeness(index: TextIndex, draft: Draft, hits: readonly Hit[]): number[] {
  const { averageGramLength: averageLength } = index;
  const counts = index.countGrams(draft.title, draft.body);
  const length = sumOf(counts.values());
  const weights = new Map<number, number>();
  let self = 0;
  for (const [gram, frequency] of counts) {
    const weight = queryWeight(frequency) * index.gramWeightOf(gram);
    weights.set(gram, weight);
    self += weight * termScore({ frequency, length, averageLength }, TICKET_BM25);
  }
  const scores = index.gramScores(hits.map(({ at }) => at), weights, TICKET_BM25);
  return scores.map((score) => ratio(score, self));
}

type Vector = { terms: Int32Array; values: Float64Array };

function unitVector(counts: ReadonlyMap<number, number>, weightOf: (term: number) => number): Vector {
  const terms = Int32Array.from(counts.keys());
  const values = Float64Array.from(counts, ([term, count]) => (1 + Math.log(count)) * weightOf(term));
  let norm = 0;
  for (const value of values) norm += value * value;
  norm = Math.sqrt(norm) || 1;
  for (let at = 0; at < values.length; at += 1) values[at]! /= norm;
  return { terms, values };
}

function vectorEntries({ terms, values }: Vector): Array<[number, number]> {
  return Array.from(terms, (term, at) => [term, values[at]!]);
}

function dot({ terms, values }: Vector, other: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) sum += values[at]! * (other.get(terms[at]!) ?? 0);
  return sum;
}

/** How the candidates stand to each other: the tickets of one matter resemble each other as they resemble the draft. */
function neighbourhood(terms: number, vectors: readonly Vector[], likeness: readonly number[]): { best: Float64Array; mean: Float64Array; count: Float64Array } {
  const best = new Float64Array(vectors.length);
  const mean = new Float64Array(vectors.length);
  const count = new Float64Array(vectors.length);
  const among = Math.min(NEIGHBOURS, vectors.length);
  const spread = new Float64Array(terms);
  let all = 0;
  for (let j = 0; j < among; j += 1) {
    const weight = likeness[j]! ** 3;
    all += weight;
    scatter(vectors[j]!, spread);
    for (let i = 0; i < vectors.length; i += 1) {
      if (i === j) continue;
      const { terms: ids, values } = vectors[i]!;
      let cosine = 0;
      for (let at = 0; at < ids.length; at += 1) cosine += values[at]! * spread[ids[at]!]!;
      best[i] = Math.max(best[i]!, cosine * likeness[j]!);
      mean[i]! += cosine * weight;
      if (cosine > NEAR) count[i]! += 1;
    }
    for (const id of vectors[j]!.terms) spread[id] = 0;
  }
  for (let i = 0; i < vectors.length; i += 1) mean[i]! /= Math.max(1e-9, all - (i < among ? likeness[i]! ** 3 : 0));
  return { best, mean, count };
}

function scatter({ terms, values }: Vector, into: Float64Array): void {
  for (let at = 0; at < terms.length; at += 1) into[terms[at]!] = values[at]!;
}

function knownShare(terms: Iterable<number>, isKnown: (term: number) => boolean, weightOf: (term: number) => number): { share: number; missing: number; best: number } {
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

function reverseLikeness(text: Text, own: Text, weightOf: (term: number) => number, averageLength: number): number {
  let score = 0;
  let self = 0;
  for (const [term, frequency] of text.counts) {
    const weight = queryWeight(frequency) * weightOf(term);
    self += weight * termScore({ frequency, length: text.length, averageLength }, TICKET_BM25);
    const inOwn = own.counts.get(term);
    if (inOwn !== undefined) score += weight * termScore({ frequency: inOwn, length: own.length, averageLength }, TICKET_BM25);
  }
  return ratio(score, self);
}

/** Terms that are no plain words: "5.7.1", "acme.example", "err_ssl". */
const NAME = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]|\p{L}\p{N}|\p{N}\p{L}/u;

/** A pair of terms as one number: ids stay far below this. */
const PAIR_SPAN = 4_194_304;

function pairsOf({ title, body }: Pick<Text, "title" | "body">): Set<number> {
  const pairs = new Set<number>();
  for (const sequence of [title, body]) for (let at = 1; at < sequence.length; at += 1) pairs.add(sequence[at - 1]! * PAIR_SPAN + sequence[at]!);
  return pairs;
}

/** Three terms as one number, by hash: two triples that meet there cost a hair of likeness. */
function triplesOf({ title, body }: Pick<Text, "title" | "body">): Set<number> {
  const triples = new Set<number>();
  for (const sequence of [title, body]) {
    for (let at = 2; at < sequence.length; at += 1) triples.add((((sequence[at - 2]! * 131_071 + sequence[at - 1]!) * 131_071) % 9_007_199_254_740) + sequence[at]!);
  }
  return triples;
}

function pairShare(own: ReadonlySet<number>, other: ReadonlySet<number>, weightOf: (term: number) => number): number {
  let all = 0;
  let shared = 0;
  for (const pair of own) {
    const weight = Math.min(weightOf(Math.floor(pair / PAIR_SPAN)), weightOf(pair % PAIR_SPAN));
    all += weight;
    if (other.has(pair)) shared += weight;
  }
  return ratio(shared, all);
}

function numbersOf(index: TextIndex, { titleTerms }: Pick<Text, "titleTerms">): Set<number> {
  return new Set([...titleTerms].filter((term) => /\d/.test(index.terms[term]!)));
}

const PLACES = 8;

function placesOf(sequence: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let at = 0; at < sequence.length; at += 1) {
    const list = places.get(sequence[at]!);
    if (list === undefined) places.set(sequence[at]!, [at]);
    else if (list.length < PLACES) list.push(at);
  }
  return places;
}

/** Weight of the weightiest stretch that stands word by word in both; a pasted error message, as a rule. */
function longestRun(text: Int32Array, own: Int32Array, places: ReadonlyMap<number, number[]>, weightOf: (term: number) => number): number {
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

function edits(a: Int32Array, b: Int32Array): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    last = row;
  }
  return last[b.length]!;
}

function gramSet(index: TextIndex, words: Int32Array): Set<number> {
  const grams = new Set<number>();
  for (const word of words) for (const gram of index.gramsOf(word)) grams.add(gram);
  return grams;
}

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return ratio(2 * shared, a.size + b.size);
}

function intersects(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const each of a) if (b.has(each)) return true;
  return false;
}

function countOf(sequence: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const term of sequence) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

function memoized(compute: (key: number) => number): (key: number) => number {
  const known = new Map<number, number>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

function countWhere(values: Iterable<number>, isCounted: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (isCounted(value)) count += 1;
  return count;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
