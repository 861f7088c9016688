import { KNOWLEDGE_BM25, queryWeight } from "@/lib/search/bm25";
import { gramsOf } from "@/lib/search/grams";
import { netScore, type Net } from "@/lib/search/net";
import type { TextIndex, WeightedId } from "@/lib/search/text-index";
import type { Question, Slot } from "./question";
import { WEIGHTS } from "./weights";

/** What is measured of a question and one text; shares are by weight, 0 to 1. */
export const FEATURES = [
  "terms", // BM25, against the best
  "grams", // the same over 4-grams
  "termsOfAll", // BM25 against what a text could reach
  "known", // share of the question that stands in the text
  "titleKnown",
  "passage", // the most of it that stands close together
  "passageAndTitle",
  "pairs", // neighbouring words of the question that are neighbours in the text
  "opening", // share that stands in the first words
  "missing", // weight of the most telling word that the text lacks, in tens
  "titleFocus", // share of the title that the question asks for
  "length", // logarithm
  "titleGrams",
  "narrowPassage", // the same as passage, in half a sentence
  "exact", // share that stands in the text just as it was written
] as const;

export type FeatureName = (typeof FEATURES)[number];

const CANDIDATES = 100;
const PASSAGE_WORDS = 25;
const NARROW_WORDS = 8;
const OPENING_WORDS = 40;
const READ_WORDS = 1_200;

export type KnowledgeCandidate = { at: number; score: number; features: Float64Array };

/** The texts that answer the question, the best first; `score` orders them, and is 0 to 1 against the best. */
export function rankKnowledge(index: TextIndex, question: Question, { accepts, weights = WEIGHTS }: { accepts?: (at: number) => boolean; weights?: Net } = {}): KnowledgeCandidate[] {
  const candidates = measureKnowledge(index, question, accepts);
  const scored = candidates.map(({ at, features }) => ({ at, features, score: Math.exp(netScore(features, weights)) }));
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = scored[0]?.score ?? 1;
  return scored.map((candidate) => ({ ...candidate, score: candidate.score / best }));
}

export function measureKnowledge(index: TextIndex, { slots, analysis }: Question, accepts?: (at: number) => boolean): Array<{ at: number; features: Float64Array }> {
  const terms = termsOf(index, slots, analysis.terms);
  const hits = index.search(terms, KNOWLEDGE_BM25, { limit: CANDIDATES, ...(accepts && { accepts }) });
  if (hits.length === 0) return [];
  const grams = index.gramScores(hits.map(({ at }) => at), gramWeights(index, slots), KNOWLEDGE_BM25);
  const bestGrams = Math.max(...grams, Number.MIN_VALUE);
  const bestTerms = hits[0]?.score ?? 1;
  const most = slots.reduce((sum, { weight }) => sum + weight * (KNOWLEDGE_BM25.k1 + 1), 0) || 1;
  const slotOf = slotsByTerm(index, slots);
  const questionGrams = new Set(slots.flatMap(({ folded }) => gramsOf(folded).flatMap((gram) => index.gramId(gram) ?? [])));
  return hits.map(({ at, score }, position) => {
    const read = readText(index, at, slots, slotOf);
    const values: Record<FeatureName, number> = {
      terms: score / bestTerms,
      grams: (grams[position] ?? 0) / bestGrams,
      termsOfAll: score / most,
      ...read,
      length: Math.log1p(index.lengthAt(at)),
      titleGrams: titleGramShare(index, at, questionGrams),
    };
    return { at, features: Float64Array.from(FEATURES, (name) => values[name]) };
  });
}

/** The terms to look for, with their weights: of a slot each alternative by its worth. */
export function termsOf(index: TextIndex, slots: readonly Slot[], frequencies: ReadonlyMap<string, number>): WeightedId[] {
  const weights = new Map<number, number>();
  for (const { alternatives } of slots) {
    for (const [term, worth] of alternatives) {
      const frequency = frequencies.get(index.terms[term] ?? "") ?? 1;
      weights.set(term, Math.max(weights.get(term) ?? 0, worth * queryWeight(frequency) * index.weightOf(term)));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight, frequency: 1 }));
}

/** A gram is worth what its word is, shared among the word's grams so that a long word does not drown the short ones. */
function gramWeights(index: TextIndex, slots: readonly Slot[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { folded, weight } of slots) {
    const grams = gramsOf(folded);
    for (const gram of grams) {
      const id = index.gramId(gram);
      if (id !== undefined) weights.set(id, Math.max(weights.get(id) ?? 0, weight / Math.sqrt(grams.length)));
    }
  }
  return weights;
}

type SlotMatch = { slot: number; worth: number };

/** By term, what it answers: a row of numbers, because a text of a thousand words asks it a thousand times. */
const NO_MATCHES: SlotMatch[] = [];

type SlotsByTerm = { rowOf: Uint16Array; rows: SlotMatch[][] };

function slotsByTerm(index: TextIndex, slots: readonly Slot[]): SlotsByTerm {
  const byTerm = new Map<number, SlotMatch[]>();
  slots.forEach(({ alternatives }, slot) => {
    for (const [term, worth] of alternatives) {
      const matches = byTerm.get(term) ?? [];
      matches.push({ slot, worth });
      byTerm.set(term, matches);
    }
  });
  const rowOf = new Uint16Array(index.terms.length);
  const rows: SlotMatch[][] = [NO_MATCHES];
  for (const [term, matches] of byTerm) rowOf[term] = rows.push(matches) - 1;
  return { rowOf, rows };
}

type Read = Record<"narrowPassage" | "exact" | "known" | "titleKnown" | "passage" | "passageAndTitle" | "pairs" | "opening" | "missing" | "titleFocus", number>;

function readText(index: TextIndex, at: number, slots: readonly Slot[], { rowOf, rows }: SlotsByTerm): Read {
  const all = slots.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const inTitle = new Float64Array(slots.length);
  const anywhere = new Float64Array(slots.length);
  const inOpening = new Float64Array(slots.length);
  const title = index.titleAt(at);
  const body = index.bodyAt(at, READ_WORDS);
  let titleWeight = 0;
  let titleAsked = 0;
  for (const word of title) {
    const term = index.termOf(word);
    const weight = index.weightOf(term);
    titleWeight += weight;
    const row = rowOf[term]!;
    if (row === 0) continue;
    const matches = rows[row]!;
    titleAsked += weight;
    for (const { slot, worth } of matches) {
      inTitle[slot] = Math.max(inTitle[slot]!, worth);
      anywhere[slot] = Math.max(anywhere[slot]!, worth);
    }
  }
  const exact = new Float64Array(slots.length);
  const isExact = (word: number, slot: number) => index.surfaceOf(word) === slots[slot]!.surface;
  const found: Array<{ place: number } & SlotMatch> = [];
  for (let place = 0; place < body.length; place += 1) {
    const row = rowOf[index.termOf(body[place]!)]!;
    if (row === 0) continue;
    for (const { slot, worth } of rows[row]!) {
      found.push({ place, slot, worth });
      anywhere[slot] = Math.max(anywhere[slot]!, worth);
      if (isExact(body[place]!, slot)) exact[slot] = 1;
      if (place < OPENING_WORDS) inOpening[slot] = Math.max(inOpening[slot]!, worth);
    }
  }
  const share = (values: Float64Array) => slots.reduce((sum, { weight }, slot) => sum + weight * values[slot]!, 0) / all;
  const nothing = new Float64Array(slots.length);
  return {
    known: share(anywhere),
    titleKnown: share(inTitle),
    passage: bestPassage(found, slots, nothing, PASSAGE_WORDS) / all,
    passageAndTitle: bestPassage(found, slots, inTitle, PASSAGE_WORDS) / all,
    narrowPassage: bestPassage(found, slots, nothing, NARROW_WORDS) / all,
    exact: share(exact),
    pairs: pairShare(found, slots),
    opening: share(inOpening.map((worth, slot) => Math.max(worth, inTitle[slot]!))),
    missing: Math.max(0, ...slots.map(({ weight }, slot) => weight * (1 - anywhere[slot]!))) / 10,
    titleFocus: titleWeight > 0 ? titleAsked / titleWeight : 0,
  };
}

/** The most weight of distinct slots within a few words of each other; what stands in the title counts as near everywhere. */
function bestPassage(found: ReadonlyArray<{ place: number } & SlotMatch>, slots: readonly Slot[], given: Float64Array, words: number): number {
  const counts = new Int32Array(slots.length);
  const base = slots.reduce((sum, { weight }, slot) => sum + weight * given[slot]!, 0);
  const gain = (slot: number) => slots[slot]!.weight * Math.max(0, 1 - given[slot]!);
  let weight = base;
  let best = base;
  let left = 0;
  for (const { place, slot, worth } of found) {
    if (counts[slot] === 0) weight += gain(slot) * worth;
    counts[slot]! += 1;
    while (found[left]!.place < place - words) {
      const first = found[left]!;
      counts[first.slot]! -= 1;
      if (counts[first.slot] === 0) weight -= gain(first.slot) * first.worth;
      left += 1;
    }
    best = Math.max(best, weight);
  }
  return best;
}

/** Share, by weight, of the question's neighbours that stand within two words of each other in the text, in that order. */
function pairShare(found: ReadonlyArray<{ place: number } & SlotMatch>, slots: readonly Slot[]): number {
  if (slots.length < 2) return 0;
  const nearness = new Float64Array(slots.length);
  for (let at = 0; at < found.length; at += 1) {
    const { place, slot, worth } = found[at]!;
    for (let next = at + 1; next < found.length && found[next]!.place <= place + 2; next += 1) {
      const other = found[next]!;
      if (other.slot === slot + 1) nearness[slot] = Math.max(nearness[slot]!, worth * other.worth);
    }
  }
  let all = 0;
  let near = 0;
  for (let slot = 0; slot + 1 < slots.length; slot += 1) {
    const weight = Math.min(slots[slot]!.weight, slots[slot + 1]!.weight);
    all += weight;
    near += weight * nearness[slot]!;
  }
  return all > 0 ? near / all : 0;
}

function titleGramShare(index: TextIndex, at: number, questionGrams: ReadonlySet<number>): number {
  const grams = new Set<number>();
  for (const word of index.titleAt(at)) for (const gram of index.gramsOf(word)) grams.add(gram);
  if (grams.size === 0) return 0;
  let shared = 0;
  for (const gram of grams) if (questionGrams.has(gram)) shared += 1;
  return shared / grams.size;
}
