import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { TICKET_BM25 } from "@/lib/search/bm25";
import { rankDocuments } from "@/lib/search/ranked-documents";
import { documentFrequencies, statisticsOf } from "@/lib/search/statistics";
import { toInstant } from "@/lib/time/instants";
import { analyseTicket, profileDraft, termsToWeigh } from "./profile";
import { reasonsOf } from "./reasons";
import { inScope, isLive } from "./scope";
import { compareTickets, probabilityOf, rankCandidates, youngerShareOf, type Comparison } from "./similarity";
import { ticketStatistics, type TicketStatistics } from "./statistics";
import { DEFAULT_LIMIT, MAX_LIMIT, MUST_REVIEW, SHOW } from "./thresholds";
import type { CandidateStatus, DuplicateCandidate, FindDuplicatesInput, TicketScope } from "./types";
import type { Analysis } from "@/lib/search/analysis";

type Context = { db: Db | Tx; now: Temporal.Instant };

const CANDIDATES = 100;
/** As many as this are probed one by one; a larger scope is read from the postings. */
const FEW_TICKETS = 200;

/**
 * The live tickets of the scope that the draft may repeat, the likeliest first. Nothing outside the scope has a part in it except the
 * weights of words, which are counted over all tickets of the desk.
 */
export async function findDuplicates({ db, now }: Context, input: FindDuplicatesInput): Promise<DuplicateCandidate[]> {
  const text = analyseTicket(input.draft);
  if (text.terms.size === 0) return [];
  const live = Prisma.sql`
    SELECT t.id FROM ticket t
    WHERE ${inScope(input.scope)} AND ${isLive(now)} AND t.merged_into_id IS NULL AND t.id <> ${input.excludeTicketId ?? NO_TICKET}::uuid`;
  const few = await db.$queryRaw<Array<{ id: string }>>`${live} LIMIT ${FEW_TICKETS + 1}`;
  if (few.length === 0) return [];

  const counted = await statisticsOf({ db, now }, ["ticket"]);
  const frequencies = await documentFrequencies({ db, now }, ["ticket"], termsToWeigh(text));
  const statistics = ticketStatistics(counted, frequencies);
  const draft = profileDraft(text, statistics);
  const found = await rankDocuments(db, {
    kinds: ["ticket"],
    terms: draft.terms,
    averageLength: statistics.averageLength,
    settings: TICKET_BM25,
    limit: CANDIDATES,
    ...(few.length <= FEW_TICKETS ? { among: few.map(({ id }) => id) } : { where: live }),
  });
  if (found.length === 0) return [];

  const ages = await agesOf({ db, now }, found.map(({ id }) => id));
  const ranked = rankCandidates(draft, found.map((hit) => ({ ...hit, youngerShare: youngerShareOf(ages.get(hit.id) ?? 0) })), statistics);
  const best = ranked.slice(0, Math.min(input.limit ?? DEFAULT_LIMIT, MAX_LIMIT));
  const tickets = await loadTickets(db, best.map(({ id }) => id));
  const ranks = ranked.map(({ rank }) => rank);
  const weightOf = (await statisticsWithSubjects({ db, now }, { counted, frequencies, tickets })).weightOf;

  return best
    .flatMap(({ id }, position) => {
      const ticket = tickets.find((row) => row.id === id);
      if (!ticket) return [];
      const comparison = compareTickets(text, ticket.text, { weightOf, product: compareProducts(input.draft.productId, ticket.productId) });
      return [describe({ ticket, text, comparison, weightOf, now, scope: input.scope, score: probabilityOf(ranks, position, comparison, input.scope.kind) })];
    })
    .filter((candidate) => candidate.score >= SHOW)
    .sort((a, b) => b.score - a.score);
}

const NO_TICKET = "00000000-0000-0000-0000-000000000000";

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

async function agesOf({ db, now }: Context, ids: string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<Array<{ id: string; created_at: Date }>>`SELECT id, created_at FROM ticket WHERE id = ANY(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, minutesSince(now, row.created_at)]));
}

async function loadTickets(db: Db | Tx, ids: string[]): Promise<LoadedTicket[]> {
  const rows = await db.$queryRaw<Array<Omit<LoadedTicket, "text"> & { body: string }>>`
    SELECT t.id, t.reference, t.subject, t.body, t.status::text AS status, t.created_at AS "createdAt", t.requester_id AS "requesterId",
      u.name AS "requesterName", t.product_id AS "productId", product.name AS "productName"
    FROM ticket t JOIN app_user u ON u.id = t.requester_id LEFT JOIN product ON product.id = t.product_id
    WHERE t.id = ANY(${ids}::uuid[])`;
  return rows.map(({ body, ...row }) => ({ ...row, text: analyseTicket({ subject: row.subject, body }) }));
}

/** The subjects of the tickets found bring words that the draft does not have. */
async function statisticsWithSubjects(
  ctx: Context,
  { counted, frequencies, tickets }: { counted: Parameters<typeof ticketStatistics>[0]; frequencies: Map<string, number>; tickets: readonly LoadedTicket[] },
): Promise<TicketStatistics> {
  const missing = tickets.flatMap(({ text }) => [...text.titleTerms]).filter((term) => !frequencies.has(term));
  const more = await documentFrequencies(ctx, ["ticket"], missing);
  return ticketStatistics(counted, new Map([...frequencies, ...more]));
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
