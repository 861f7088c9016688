import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { analyseText } from "@/lib/search/analysis";
import { TICKET_BM25, weighTerms } from "@/lib/search/bm25";
import { highlight, passageOf } from "@/lib/search/highlight";
import { gramQueryOf, gramScore } from "@/lib/search/packed-grams";
import { rankDocuments } from "@/lib/search/ranked-documents";
import { documentFrequencies, inverseFrequencies, statisticsOf } from "@/lib/search/statistics";
import { cleanText, plainText } from "@/lib/search/text";
import type { Token } from "@/lib/search/types";
import { toInstant } from "@/lib/time/instants";
import { inScope } from "./scope";
import type { SearchTicketsInput, TicketHit, TicketStatusName } from "./types";

type Context = { db: Db | Tx; now: Temporal.Instant };

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_QUERY_LENGTH = 500;
const QUERY_TERMS = 30;
/** More than are shown, because the grams put them in another order. */
const CANDIDATES = 200;

type Scored = { id: string; score: number; matchedBy: TicketHit["matchedBy"] };
type Question = { scores: Scored[]; weightOfToken: (token: Token) => number };

/** Tickets of the scope by reference, requester's address or words: a reference first, then an address, then the likeliest. */
export async function searchTickets({ db, now }: Context, input: SearchTicketsInput): Promise<TicketHit[]> {
  const text = cleanText(input.text, MAX_QUERY_LENGTH).trim();
  const limit = Math.min(input.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  if (text === "") return [];
  const where = ticketsOf(input);
  const named = await findByName(db, text, where, limit);
  // Everybody's tickets in every state are all that is indexed: there is nothing to hold the postings against.
  const isEverything = input.scope.kind === "all" && input.statuses === undefined;
  const { scores, weightOfToken } = await findByWords({ db, now }, text, isEverything ? null : where);
  const known = new Set(named.map(({ id }) => id));
  const best = [...named, ...scores.filter(({ id }) => !known.has(id))].slice(0, limit);
  return loadHits(db, best, weightOfToken);
}

function ticketsOf({ scope, statuses }: SearchTicketsInput): Prisma.Sql {
  const inStatus = statuses ? Prisma.sql`AND t.status = ANY(${statuses}::ticket_status[])` : Prisma.empty;
  return Prisma.sql`${inScope(scope)} ${inStatus}`;
}

/** A reference may be pasted with words around it and without its prefix's capitals. */
async function findByName(db: Db | Tx, text: string, where: Prisma.Sql, limit: number): Promise<Scored[]> {
  const pieces = text.split(/[\s,;()<>"]+/).filter(Boolean).slice(0, 20);
  const references = pieces.map((piece) => piece.toUpperCase().replace(/^#/, "")).filter((piece) => /^[A-Z]{2,5}-[A-Z0-9-]{3,20}$/.test(piece));
  const addresses = pieces.map((piece) => piece.toLowerCase()).filter((piece) => /^[^@]+@[^@]+\.[^@]+$/.test(piece));
  if (references.length === 0 && addresses.length === 0) return [];
  const rows = await db.$queryRaw<Array<{ id: string; is_reference: boolean }>>`
    SELECT * FROM (
      SELECT t.id, TRUE AS is_reference, t.updated_at FROM ticket t WHERE t.reference = ANY(${references}::text[]) AND ${where}
      UNION ALL
      SELECT t.id, FALSE, t.updated_at FROM ticket t JOIN app_user u ON u.id = t.requester_id
      WHERE u.email = ANY(${addresses}::text[]) AND NOT (t.reference = ANY(${references}::text[])) AND ${where}
    ) AS named
    ORDER BY is_reference DESC, updated_at DESC, id LIMIT ${limit}`;
  return rows.map((row) => ({ id: row.id, score: row.is_reference ? 3 : 2, matchedBy: row.is_reference ? "reference" : "email" }));
}

async function findByWords(ctx: Context, text: string, where: Prisma.Sql | null): Promise<Question> {
  const question = analyseText({ title: "", body: text });
  const statistics = await statisticsOf(ctx, ["ticket"]);
  const frequencies = await documentFrequencies(ctx, ["ticket"], [...question.terms.keys()]);
  const weightOf = inverseFrequencies(statistics.documents, frequencies);
  const terms = weighTerms(question.terms, weightOf, QUERY_TERMS).filter(({ term }) => (frequencies.get(term) ?? 0) > 0);
  const found = await rankDocuments(ctx.db, {
    kinds: ["ticket"],
    terms,
    averageLength: statistics.averageLength,
    settings: TICKET_BM25,
    limit: CANDIDATES,
    ...(where && { where: Prisma.sql`SELECT t.id FROM ticket t WHERE ${where}` }),
  });
  const grams = gramQueryOf(question, (token) => weightOf(token.term));
  const bestTerms = Math.max(...found.map(({ termScore }) => termScore), Number.MIN_VALUE);
  const gramScores = found.map((hit) => gramScore(grams, hit.grams, statistics.averageGramLength, TICKET_BM25));
  const bestGrams = Math.max(...gramScores, Number.MIN_VALUE);
  const scores = found
    .map(({ id, termScore }, at): Scored => ({ id, matchedBy: "text", score: (termScore / bestTerms + (gramScores[at] ?? 0) / bestGrams) / 2 }))
    .sort((a, b) => b.score - a.score);
  return { scores, weightOfToken: (token) => (question.terms.has(token.term) ? weightOf(token.term) : 0) };
}

type Row = { id: string; reference: string; subject: string; body: string; status: TicketStatusName; created_at: Date; updated_at: Date; name: string };

async function loadHits(db: Db | Tx, scored: readonly Scored[], weightOfToken: (token: Token) => number): Promise<TicketHit[]> {
  if (scored.length === 0) return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.reference, t.subject, left(t.body, 4000) AS body, t.status::text AS status, t.created_at, t.updated_at, u.name
    FROM ticket t JOIN app_user u ON u.id = t.requester_id WHERE t.id = ANY(${scored.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return scored.flatMap(({ id, score, matchedBy }) => {
    const row = byId.get(id);
    if (!row) return [];
    const { language } = analyseText({ title: row.subject, body: row.body.slice(0, 500) });
    return [{
      ticketId: id,
      reference: row.reference,
      subject: row.subject,
      status: row.status,
      createdAt: toInstant(row.created_at),
      updatedAt: toInstant(row.updated_at),
      requesterName: row.name,
      matchedBy,
      score,
      subjectSegments: highlight(row.subject, language, (token) => weightOfToken(token) > 0),
      passage: matchedBy === "text" ? passageOf({ text: plainText(row.body), language }, weightOfToken) : [],
    }];
  });
}
