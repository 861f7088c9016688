import { scaledRow, weighed } from "@/lib/search/net";
import { FEATURES, type FeatureName } from "./features";
import type { RankedTicket } from "./ranking";
import { WEIGHTS, type AlarmWeights } from "./weights";

/** How far a candidate stands above those that follow it, and what two features say together. Besides FEATURES, what the alarm reads. */
export const GAPS = ["overNext", "overTwo", "overFive", "overField", "overTail", "termsSquared", "cosineSquared", "titleSquared", "termsAndDraftTitle", "termsAndTicketTitle", "share", "spread", "nextTerms", "nextGrams", "text", "textOverNext", "textOverThree", "textOverField"] as const;

/** What the candidate at `position` of the ranking is judged by; null when it was not worth a second look. */
export function alarmRow(ranked: readonly RankedTicket[], position: number, strangerRank: number): Float64Array | null {
  const candidate = ranked[position];
  if (!candidate?.features) return null;
  const { features, rank } = candidate;
  const of = (name: FeatureName) => features[FEATURES.indexOf(name)] ?? 0;
  const next = (name: FeatureName) => ranked[position + 1]?.features?.[FEATURES.indexOf(name)] ?? 0;
  const over = (from: number, to: number) => rank - meanRank(ranked, position + from, position + to, strangerRank);
  const gaps = [
    over(1, 2),
    over(1, 3),
    over(2, 6),
    over(5, 15),
    over(15, 40),
    of("terms") ** 2,
    of("cosine") ** 2,
    of("titleGrams") ** 2,
    of("terms") * of("draftTitleKnown"),
    of("terms") * of("ticketTitleKnown"),
    ...sharesOf(ranked, position),
    next("terms"),
    next("grams"),
    ...textGaps(ranked, position),
  ];
  return Float64Array.from([...features, ...gaps]);
}

/** An alarm is judged by what is common; beyond this many deviations a value says no more. */
const MOST_DEVIATIONS = 4;

/** As the alarm reads a row, in the product and in its fit. */
export function alarmInput(row: Float64Array, scaling: Pick<AlarmWeights, "mean" | "scale">): Float64Array {
  return scaledRow(row, scaling, MOST_DEVIATIONS);
}

/** The logit of the probability that both are about one matter, where one ticket in five repeats another. */
export function alarmLogit(row: Float64Array, alarm: AlarmWeights): number {
  return alarm.base + weighed(alarmInput(row, alarm), alarm.weights);
}

export function logitAt(ranked: readonly RankedTicket[], position: number): number {
  const row = alarmRow(ranked, position, WEIGHTS.strangerRank);
  return row ? alarmLogit(row, WEIGHTS.alarm) : Number.NEGATIVE_INFINITY;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Likeness of the words alone, whatever the age, and how far it stands above the others': one, the mean of three, of ten. */
function textGaps(ranked: readonly RankedTicket[], position: number): number[] {
  const likeness = ({ features }: RankedTicket) => (features ? TEXT_FEATURES.reduce((sum, at) => sum + (features[at] ?? 0), 0) : 0);
  const own = likeness(ranked[position]!);
  const others = ranked.slice(position + 1).filter(({ features }) => features).map(likeness).sort((a, b) => b - a);
  const mean = (most: number) => others.slice(0, most).reduce((sum, each) => sum + each, 0) / most;
  return [own, own - mean(1), own - mean(3), own - mean(10)];
}

const TEXT_FEATURES = (["terms", "grams", "cosine", "titleGrams", "reverse"] satisfies FeatureName[]).map((name) => FEATURES.indexOf(name));

/** The candidate's share of what it and those after it raise together, and how evenly that is spread (entropy). */
function sharesOf(ranked: readonly RankedTicket[], position: number): [share: number, spread: number] {
  const own = ranked[position]?.rank ?? 0;
  const raised = ranked.slice(position).flatMap(({ rank, features }) => (features ? [Math.exp(rank - own)] : []));
  const all = raised.reduce((sum, each) => sum + each, 0);
  const spread = raised.reduce((sum, each) => sum - (each / all) * Math.log(each / all + 1e-12), 0);
  return [1 / all, spread];
}

/** Fewer candidates than the field needs: the missing ones count as strangers. */
function meanRank(ranked: readonly RankedTicket[], from: number, to: number, strangerRank: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) {
    const other = ranked[at];
    sum += other?.features ? Math.max(other.rank, strangerRank) : strangerRank;
  }
  return sum / (to - from);
}
