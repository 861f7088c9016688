import { TICKET_BM25 } from "@/lib/search/bm25";
import { gramScore, type PackedGrams } from "@/lib/search/packed-grams";
import type { Identifier, Token } from "@/lib/search/types";
import type { DraftProfile } from "./profile";
import type { TicketStatistics } from "./statistics";
import type { TicketScope } from "./types";
import { AGE_SPAN_DAYS, CONFLICT_CEILING, STRANGER_RANK, WEIGHTS } from "./weights";

/** A ticket that shares terms with the draft. */
export type Candidate = {
  id: string;
  /** BM25 of the draft's terms, as the index answered it. */
  termScore: number;
  grams: PackedGrams;
  /** Of the collection, the share that is younger than this ticket: 0 for the newest, 1 for the oldest. */
  youngerShare: number;
};

export type RankedCandidate<C extends Candidate = Candidate> = C & { terms: number; gramLikeness: number; rank: number };

/** Of two subjects, and of whatever identifiers stand in both tickets, what they share. */
export type Comparison = {
  /** Share, by weight, of the draft's subject that the ticket knows, and the other way round. */
  draftSubject: number;
  ticketSubject: number;
  /** Weight of the most telling word of the draft's subject that the ticket does not know, in tens. */
  missingWord: number;
  sharedIdentifiers: Identifier[];
  isConflict: boolean;
  product: "same" | "other" | "unknown";
};

export function youngerShareOf(ageMinutes: number): number {
  return Math.min(1, Math.max(0, ageMinutes) / (AGE_SPAN_DAYS * 24 * 60));
}

/** Most alike first. */
export function rankCandidates<C extends Candidate>(draft: DraftProfile, candidates: readonly C[], statistics: TicketStatistics): RankedCandidate<C>[] {
  const best = candidates.reduce((most, candidate) => Math.max(most, candidate.termScore), 0);
  if (best === 0) return [];
  return candidates
    .map((candidate) => {
      const terms = ratio(candidate.termScore, draft.selfScore);
      const gramLikeness = ratio(gramScore(draft.grams, candidate.grams, statistics.averageGramLength, TICKET_BM25), draft.selfGramScore);
      return { ...candidate, terms, gramLikeness, rank: rankOf({ terms, gramLikeness, termsAgainstBest: candidate.termScore / best, youngerShare: candidate.youngerShare }) };
    })
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
}

function rankOf({ terms, gramLikeness, termsAgainstBest, youngerShare }: { terms: number; gramLikeness: number; termsAgainstBest: number; youngerShare: number }): number {
  const { base, terms: ofTerms, grams, termsAgainstBest: ofBest, age } = WEIGHTS.rank;
  return base + ofTerms * terms + grams * gramLikeness + ofBest * termsAgainstBest + age * Math.log1p(1_000 * youngerShare);
}

/** The probability that the candidate at `position` of the ranking is about the draft's matter. */
export function probabilityOf(ranks: readonly number[], position: number, comparison: Comparison, scope: TicketScope["kind"]): number {
  const { alarm } = WEIGHTS;
  const rank = ranks[position] ?? STRANGER_RANK;
  const logit =
    alarm.base +
    alarm.rank * rank +
    alarm.leadOverNext * (rank - meanRank(ranks, position + 1, position + 2)) +
    alarm.lead * (rank - meanRank(ranks, position + 2, position + 6)) +
    alarm.leadOverField * (rank - meanRank(ranks, position + 5, position + 15)) +
    alarm.draftSubject * comparison.draftSubject +
    alarm.ticketSubject * comparison.ticketSubject +
    alarm.missingWord * comparison.missingWord;
  const probability = sigmoid(logit + circumstanceOf(comparison, scope));
  return comparison.isConflict && scope !== "all" ? Math.min(probability, CONFLICT_CEILING) : probability;
}

export function circumstanceOf(comparison: Comparison, scope: TicketScope["kind"]): number {
  const circumstance = WEIGHTS.circumstance[scope];
  const isCode = (identifier: Identifier) => identifier.kind === "code";
  let logit: number = circumstance.base;
  if (comparison.product === "same") logit += circumstance.sameProduct;
  if (comparison.product === "other") logit += circumstance.otherProduct;
  if (comparison.sharedIdentifiers.some((identifier) => !isCode(identifier))) logit += circumstance.sharedIdentifier;
  if (comparison.sharedIdentifiers.some(isCode)) logit += circumstance.sharedCode;
  if (comparison.isConflict) logit += circumstance.conflict;
  return logit;
}

export type ComparedTicket = { titleTokens: readonly Token[]; bodyTokens: readonly Token[]; terms: ReadonlyMap<string, number>; titleTerms: ReadonlySet<string> };

export function compareTickets(
  draft: ComparedTicket,
  ticket: ComparedTicket,
  { weightOf, product }: { weightOf: (term: string) => number; product: Comparison["product"] },
): Comparison {
  const ofDraft = coverage(draft.titleTerms, ticket.terms, weightOf);
  const ofTicket = coverage(ticket.titleTerms, draft.terms, weightOf);
  const draftIdentifiers = identifiersOf(draft);
  const ticketIdentifiers = identifiersOf(ticket);
  return {
    draftSubject: ofDraft.share,
    ticketSubject: ofTicket.share,
    missingWord: ofDraft.missing / 10,
    sharedIdentifiers: [...draftIdentifiers].filter(([key]) => ticketIdentifiers.has(key)).map(([, identifier]) => identifier),
    isConflict: isConflict([...draftIdentifiers.values()], [...ticketIdentifiers.values()]),
    product,
  };
}

function coverage(terms: ReadonlySet<string>, other: ReadonlyMap<string, number>, weightOf: (term: string) => number): { share: number; missing: number } {
  let all = 0;
  let known = 0;
  let missing = 0;
  for (const term of terms) {
    const weight = weightOf(term);
    all += weight;
    if (other.has(term)) known += weight;
    else missing = Math.max(missing, weight);
  }
  return { share: ratio(known, all), missing };
}

/** Numbers, versions and code names are no identity: they stand in logs by the dozen. */
const TELLING_KINDS: ReadonlySet<Identifier["kind"]> = new Set(["domain", "email", "ip", "code", "file", "folio", "month"]);
/** One matter has one of these. Two different ones, and none in common, are two matters. */
const EXCLUSIVE_KINDS: readonly Identifier["kind"][] = ["domain", "email", "folio", "month"];

function identifiersOf({ titleTokens, bodyTokens }: Pick<ComparedTicket, "titleTokens" | "bodyTokens">): Map<string, Identifier> {
  const identifiers = new Map<string, Identifier>();
  for (const { identifier } of [...titleTokens, ...bodyTokens]) {
    if (identifier && TELLING_KINDS.has(identifier.kind)) identifiers.set(`${identifier.kind} ${identifier.value}`, identifier);
  }
  return identifiers;
}

function isConflict(draft: readonly Identifier[], ticket: readonly Identifier[]): boolean {
  return EXCLUSIVE_KINDS.some((kind) => {
    const ofDraft = draft.filter((identifier) => identifier.kind === kind).map((identifier) => identifier.value);
    const ofTicket = new Set(ticket.filter((identifier) => identifier.kind === kind).map((identifier) => identifier.value));
    return ofDraft.length > 0 && ofTicket.size > 0 && !ofDraft.some((value) => ofTicket.has(value));
  });
}

function meanRank(ranks: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += ranks[at] ?? STRANGER_RANK;
  return sum / (to - from);
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
