import { TICKET_BM25 } from "@/lib/search/bm25";
import { netScore, type Net } from "@/lib/search/net";
import type { TextIndex } from "@/lib/search/text-index";
import { featuresOf, type FeatureRow } from "./features";
import { bestOf, gramLikeness, questionOf, youngerShareOf, type Age, type Candidate, type Draft, type Widening } from "./first-look";
import { WEIGHTS } from "./weights";

/** As many share words with the draft and are looked at a first time … */
const FIRST_LOOK = 200;
/** … and as many of them a second, thorough time. */
const SECOND_LOOK = 50;

/** A ticket that may repeat the draft. `features` is null for those not worth a second look; their rank lies below all others. */
export type RankedTicket = { at: number; rank: number; features: FeatureRow | null };

type Options = { ageOf: (at: number) => Age; accepts?: (at: number) => boolean; widened?: readonly Widening[]; weights?: Net };

/** The tickets of the index that share terms with the draft, the most alike first. */
export function rankTickets(index: TextIndex, draft: Draft, options: Options): RankedTicket[] {
  const { second, rest } = lookTwice(index, draft, options);
  const weights = options.weights ?? WEIGHTS.rank;
  const ranked = second
    .map(({ candidate, features }) => ({ at: candidate.at, rank: netScore(features, weights), features }))
    .sort((a, b) => b.rank - a.rank || b.at - a.at);
  const floor = ranked.at(-1)?.rank ?? 0;
  return [...ranked, ...rest.map(({ at }, position) => ({ at, rank: floor - 1 - position, features: null }))];
}

/** The candidates with their features, before any fitted weight has touched them; what the fit reads. */
export function lookTwice(index: TextIndex, draft: Draft, { ageOf, accepts, widened }: Options): { second: Array<{ candidate: Candidate; features: FeatureRow }>; rest: Candidate[] } {
  const question = questionOf(index, draft, widened);
  if (question.selfScore <= 0) return { second: [], rest: [] };
  const hits = index.search(question.terms, TICKET_BM25, { limit: FIRST_LOOK, ...(accepts && { accepts }) });
  const grams = gramLikeness(index, draft, hits);
  const candidates = hits.map(({ at, score }, position): Candidate => ({ at, terms: score / question.selfScore, grams: grams[position] ?? 0, age: ageOf(at) }));
  const { bestTerms } = bestOf(candidates);
  const firstRank = new Map(candidates.map((candidate) => [candidate, firstLook(candidate, bestTerms)]));
  const ordered = candidates.sort((a, b) => (firstRank.get(b) ?? 0) - (firstRank.get(a) ?? 0) || b.at - a.at);
  const second = ordered.slice(0, SECOND_LOOK);
  const rows = featuresOf(index, draft, second);
  return { second: second.flatMap((candidate, position) => (rows[position] ? [{ candidate, features: rows[position] }] : [])), rest: ordered.slice(SECOND_LOOK) };
}

/** Likeness and youth: enough to tell who deserves a second look. Its four weights were fitted on public streams of tickets. */
function firstLook({ terms, grams, age }: Candidate, bestTerms: number): number {
  return 2.327 * terms + 4.491 * grams + (3.117 * terms) / bestTerms - 0.628 * youngerShareOf(age);
}
