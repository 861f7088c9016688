import { queryWeight, termScore, TICKET_BM25 } from "@/lib/search/bm25";
import type { TextIndex } from "@/lib/search/text-index";
import { bestOf, sumOf, youngerShareOf, type Candidate, type Draft } from "./first-look";
import { countWhere, dice, densestKnown, edits, gramSet, heaviest, intersects, isSame, knownShare, longestRun, pairShare, pairsOf, placesOf, ratio, triplesOf, type Sequences } from "./overlaps";
import { countOf, dot, neighbourhood, unitVector, vectorEntries } from "./vectors";

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
  "sameTitle", // word by word
  "fifthShared", // weight of the fifth heaviest term in common, in tens
  "densest", // the dozen neighbouring words of the draft that are best known, known share
] as const;

export type FeatureName = (typeof FEATURES)[number];
export type FeatureRow = Float64Array;

/** Of a long text this much is compared. */
const COMPARED_WORDS = 400;
const OPENING_WORDS = 25;
const DENSE_WORDS = 12;

type Text = Sequences & { titleTerms: Set<number>; counts: Map<number, number>; length: number };

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
    const isKnown = (term: number) => text.counts.has(term);
    const isOwn = (term: number) => own.counts.has(term);
    const draftTitle = knownShare(own.titleTerms, isKnown, weightOf);
    const ticketTitle = knownShare(text.titleTerms, isOwn, weightOf);
    const numbers = numbersOf(index, text);
    const bodyTerms = new Set(text.body);
    const titleEdits = edits(own.title.subarray(0, 30), text.title.subarray(0, 30));
    const values: Record<FeatureName, number> = {
      terms,
      termsAgainstBest: terms / bestTerms,
      grams,
      gramsAgainstBest: grams / bestGrams,
      titleGrams: dice(ownTitleGrams, gramSet(index, index.titleAt(at))),
      draftKnown: knownShare(own.counts.keys(), isKnown, weightOf).share,
      ticketKnown: knownShare(text.counts.keys(), isOwn, weightOf).share,
      draftTitleKnown: draftTitle.share,
      ticketTitleKnown: ticketTitle.share,
      draftMissing: draftTitle.missing / 10,
      ticketMissing: ticketTitle.missing / 10,
      pairs: pairShare(ownPairs, pairsOf(text), weightOf),
      reverse: reverseLikeness(text, own, weightOf, averageLength),
      lengthGap: Math.abs(Math.log((own.length + 5) / (text.length + 5))),
      ticketLength: Math.log1p(text.length),
      draftTitleInBody: knownShare(own.titleTerms, (term) => isKnown(term) && !text.titleTerms.has(term), weightOf).share,
      ticketTitleInBody: knownShare(text.titleTerms, (term) => isOwn(term) && !own.titleTerms.has(term), weightOf).share,
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
      draftLacking: Math.log1p(countWhere(own.titleTerms, (term) => !isKnown(term))),
      ticketLacking: Math.log1p(countWhere(text.titleTerms, (term) => !isOwn(term))),
      triples: Math.log1p(countWhere(triplesOf(text), (triple) => ownTriples.has(triple))),
      opening: knownShare(ownOpening, (term) => bodyTerms.has(term), weightOf).share,
      bodyKnown: knownShare(ownBodyTerms, (term) => bodyTerms.has(term), weightOf).share,
      bestShared: draftTitle.best / 10,
      lesserMissing: Math.min(draftTitle.missing, ticketTitle.missing) / 10,
      oneWordApart: titleEdits === 1 && own.title.length === text.title.length && own.title.length > 2 ? 1 : 0,
      names: Math.log1p(countWhere(ownNames, isKnown)),
      wordsRank: Math.log1p(wordPlaces.get(candidates[rank]!) ?? 0),
      sameTitle: own.title.length > 0 && isSame(own.title, text.title) ? 1 : 0,
      fifthShared: heaviest(own.counts.keys(), isKnown, weightOf, 5) / 10,
      densest: densestKnown(own.body, isKnown, weightOf, DENSE_WORDS),
      ticketBodyKnown: knownShare(bodyTerms, (term) => ownBodyTerms.has(term), weightOf).share,
    };
    return Float64Array.from(FEATURES, (name) => values[name]);
  });
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

function numbersOf(index: TextIndex, { titleTerms }: Pick<Text, "titleTerms">): Set<number> {
  return new Set([...titleTerms].filter((term) => /\d/.test(index.terms[term]!)));
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
