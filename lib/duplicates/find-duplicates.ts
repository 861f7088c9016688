import "server-only";
import type { Db } from "@/lib/db/client";
import type { Analysis } from "@/lib/search/analysis";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import type { TextIndex } from "@/lib/search/text-index";
import { loadSynonyms } from "@/lib/synonyms/load-synonyms";
import { toInstant } from "@/lib/time/instants";
import { compareTickets, probabilityOf, type Comparison } from "./comparison";
import { corpusFor } from "./corpus";
import { logitAt } from "./probability";
import { analyseTicket } from "./profile";
import { rankTickets } from "./ranking";
import { reasonsOf } from "./reasons";
import { inScope, isLive } from "./scope";
import { widenedBy } from "./widening";
import { DEFAULT_LIMIT, MAX_LIMIT, MUST_REVIEW, SHOW } from "./thresholds";
import type { CandidateStatus, DuplicateCandidate, FindDuplicatesInput, TicketScope } from "./types";

type Context = { db: Db; now: Temporal.Instant };

export type LikelyTicket = { ticketId: string; logit: number };

/** The ids of the scope's live tickets that the draft may repeat, the most alike first, with how sure: what `findDuplicates` describes. */
export async function rankDuplicates(ctx: Context, input: FindDuplicatesInput, text = analyseTicket(input.draft)): Promise<{ likely: LikelyTicket[]; index: TextIndex } | null> {
  if (text.terms.size === 0) return null;
  const corpus = await corpusFor(ctx, input.scope, input.excludeTicketId);
  if (!corpus) return null;
  const { index } = corpus;
  const tokens = indexedTokens(text);
  const ranked = rankTickets(index, { title: index.wordsOf(tokens.title), body: index.wordsOf(tokens.body) }, { ...corpus, widened: widenedBy(text, await loadSynonyms(ctx.db)) });
  const best = ranked.slice(0, Math.min(input.limit ?? DEFAULT_LIMIT, MAX_LIMIT));
  return { index, likely: best.map(({ at }, position) => ({ ticketId: index.idAt(at), logit: logitAt(ranked, position) })) };
}

/**
 * The live tickets of the scope that the draft may repeat, the likeliest first. For a customer nothing outside the scope has a part in
 * it: see corpusFor.
 */
export async function findDuplicates(ctx: Context, input: FindDuplicatesInput): Promise<DuplicateCandidate[]> {
  const text = analyseTicket(input.draft);
  const found = await rankDuplicates(ctx, input, text);
  if (!found) return [];
  const { index, likely } = found;
  const tickets = await loadTickets(ctx, input.scope, likely.map(({ ticketId }) => ticketId));
  const weightOf = (term: string) => {
    const id = index.termId(term);
    return id === undefined ? index.weightOfUnknown() : index.weightOf(id);
  };
  const candidates = likely.flatMap(({ ticketId, logit }) => {
    const ticket = tickets.get(ticketId);
    if (!ticket) return [];
    const comparison = compareTickets(text, ticket.text, compareProducts(input.draft.productId, ticket.productId));
    const score = probabilityOf(logit, comparison, input.scope.kind);
    return [describe({ ticket, text, comparison, weightOf, now: ctx.now, scope: input.scope, score })];
  });
  const listed = candidates.filter(({ score }) => score >= (input.from ?? SHOW));
  // Staff see them as they are ranked; among one's own few, what is known besides the words decides.
  return input.scope.kind === "all" ? listed : listed.sort((a, b) => b.score - a.score);
}

type LoadedTicket = {
  id: string;
  reference: string;
  subject: string;
  status: CandidateStatus;
  createdAt: Date;
  requesterId: string;
  requesterName: string;
  productId: string | null;
  productName: string | null;
  text: Analysis;
};

/** The condition stands here again: what the index proposed a moment ago may have been closed or moved since. */
async function loadTickets({ db, now }: Context, scope: TicketScope, ids: string[]): Promise<Map<string, LoadedTicket>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<Array<Omit<LoadedTicket, "text"> & { body: string }>>`
    SELECT t.id, t.reference, t.subject, t.body, t.status::text AS status, t.created_at AS "createdAt", t.requester_id AS "requesterId",
      u.name AS "requesterName", t.product_id AS "productId", product.name AS "productName"
    FROM ticket t JOIN app_user u ON u.id = t.requester_id LEFT JOIN product ON product.id = t.product_id
    WHERE t.id = ANY(${ids}::uuid[]) AND ${inScope(scope)} AND ${isLive(now)} AND t.merged_into_id IS NULL`;
  return new Map(rows.map(({ body, ...row }) => [row.id, { ...row, text: analyseTicket({ subject: row.subject, body }) }]));
}

function compareProducts(draft: string | null | undefined, ticket: string | null): Comparison["product"] {
  if (!draft || !ticket) return "unknown";
  return draft === ticket ? "same" : "other";
}

type Description = {
  ticket: LoadedTicket;
  text: Analysis;
  comparison: Comparison;
  weightOf: (term: string) => number;
  now: Temporal.Instant;
  scope: TicketScope;
  score: number;
};

function describe({ ticket, text, comparison, weightOf, now, scope, score }: Description): DuplicateCandidate {
  const openedMinutesAgo = minutesSince(now, ticket.createdAt);
  return {
    ticketId: ticket.id,
    reference: ticket.reference,
    subject: ticket.subject,
    status: ticket.status,
    createdAt: toInstant(ticket.createdAt),
    requesterName: scope.kind === "requester" ? null : ticket.requesterName,
    isOwn: scope.kind !== "all" && ticket.requesterId === scope.userId,
    score,
    mustReview: score >= MUST_REVIEW,
    reasons: reasonsOf({ draft: text, ticket: ticket.text, comparison, weightOf, productName: ticket.productName, openedMinutesAgo }),
  };
}

function minutesSince(now: Temporal.Instant, date: Date): number {
  return Math.max(0, Math.floor((now.epochMilliseconds - date.getTime()) / 60_000));
}
