import { queryWeight, termScore, TICKET_BM25 } from "@/lib/search/bm25";
import type { Hit } from "@/lib/search/best-hits";
import type { TextIndex, WeightedId } from "@/lib/search/text-index";
import { ratio } from "./overlaps";

/** A draft as the index's words: those of its subject and of its body. */
export type Draft = { title: Int32Array; body: Int32Array };

/** How many tickets came between, and of how many. */
export type Age = { younger: number; of: number };

/** A candidate of the first look: likeness by words and by 4-grams, each against the draft's likeness to itself. */
export type Candidate = { at: number; terms: number; grams: number; age: Age };

/** A term that the operator says may stand for one of the draft's, and what it is worth beside the draft's own. */
export type Widening = { term: string; worth: number };

/** The terms that a draft is looked for by: nothing is lost against all of them. */
const QUERY_TERMS = 30;

/** A lone candidate is its own best: the best counts as at least this like the draft. */
const LEAST_BEST = 0.15;

/** The draft's weightiest terms, what it scores against itself, and behind them the terms that may stand for some. */
export function questionOf(index: TextIndex, draft: Draft, widened: readonly Widening[] = []): { terms: WeightedId[]; length: number; selfScore: number } {
  const counts = index.countTerms(draft.title, draft.body);
  let length = 0;
  const terms: WeightedId[] = [];
  for (const [term, frequency] of counts) {
    length += frequency;
    terms.push({ term, frequency, weight: queryWeight(frequency) * index.weightOf(term) });
  }
  // Of equals the first in the alphabet: ids depend on what was read before.
  terms.sort((a, b) => b.weight - a.weight || (index.terms[a.term]! < index.terms[b.term]! ? -1 : 1));
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

export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
