import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { analyseText } from "@/lib/search/analysis";
import { TICKET_BM25 } from "@/lib/search/bm25";
import { highlight, passageOf, readableOf } from "@/lib/search/highlight";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import { liveIndex } from "@/lib/search/live-index";
import { cleanText, plainText } from "@/lib/search/text";
import type { TextIndex } from "@/lib/search/text-index";
import type { Token } from "@/lib/search/types";
import { toInstant } from "@/lib/time/instants";
import { TICKETS } from "./collection";
import { customerIndex } from "./corpus";
import { gramLikeness, questionOf } from "./first-look";
import { inScope } from "./scope";
import type { SearchTicketsInput, TicketHit, TicketStatusName } from "./types";

type Context = { db: Db; now: Temporal.Instant };

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_QUERY_LENGTH = 500;
/** More than are shown, because the grams put them in another order and a state may be asked for. */
const CANDIDATES = 400;

type Scored = { id: string; score: number; matchedBy: TicketHit["matchedBy"] };
type Question = { scores: Scored[]; weightOfToken: (token: Token) => number };

/** Tickets of the scope by reference, requester's address or words: a reference first, then an address, then the likeliest. */
export async function searchTickets({ db, now }: Context, input: SearchTicketsInput): Promise<TicketHit[]> {
  const text = cleanText(input.text, MAX_QUERY_LENGTH).trim();
  const limit = Math.min(input.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
  if (text === "") return [];
  const where = ticketsOf(input);
  const named = await findByName(db, text, where, limit);
  const index = input.scope.kind === "all" ? (await liveIndex(db, TICKETS).current()).index : await customerIndex({ db, now }, where);
  const { scores, weightOfToken } = findByWords(index, text);
  const known = new Set(named.map(({ id }) => id));
  const best = [...named, ...scores.filter(({ id }) => !known.has(id))];
  return loadHits(db, { scored: best, where, limit, weightOfToken });
}

function ticketsOf({ scope, statuses }: SearchTicketsInput): Prisma.Sql {
  const inStatus = statuses ? Prisma.sql`AND t.status = ANY(${statuses}::ticket_status[])` : Prisma.empty;
  return Prisma.sql`${inScope(scope)} ${inStatus}`;
}

/** A reference may be pasted with words around it and without its prefix's capitals. */
async function findByName(db: Db, text: string, where: Prisma.Sql, limit: number): Promise<Scored[]> {
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

function findByWords(index: TextIndex, text: string): Question {
  const analysis = analyseText({ title: "", body: text });
  const draft = { title: new Int32Array(0), body: index.wordsOf(indexedTokens(analysis).body) };
  const question = questionOf(index, draft);
  const hits = index.search(question.terms, TICKET_BM25, { limit: CANDIDATES });
  const grams = gramLikeness(index, draft, hits);
  const bestTerms = Math.max(hits[0]?.score ?? 0, Number.MIN_VALUE);
  const bestGrams = Math.max(...grams, Number.MIN_VALUE);
  const scores = hits
    .map(({ at, score }, position): Scored => ({ id: index.idAt(at), matchedBy: "text", score: (score / bestTerms + (grams[position] ?? 0) / bestGrams) / 2 }))
    .sort((a, b) => b.score - a.score);
  const weights = new Map(question.terms.map(({ term, weight }) => [index.terms[term] ?? "", weight]));
  return { scores, weightOfToken: (token) => weights.get(token.term) ?? 0 };
}

type Row = { id: string; reference: string; subject: string; body: string; status: TicketStatusName; created_at: Date; updated_at: Date; name: string };
type Wanted = { scored: readonly Scored[]; where: Prisma.Sql; limit: number; weightOfToken: (token: Token) => number };

/** The condition decides which of the ids that the index proposed may be shown. */
async function loadHits(db: Db, { scored, where, limit, weightOfToken }: Wanted): Promise<TicketHit[]> {
  if (scored.length === 0) return [];
  const allowed = await db.$queryRaw<Array<{ id: string }>>`SELECT t.id FROM ticket t WHERE t.id = ANY(${scored.map(({ id }) => id)}::uuid[]) AND ${where}`;
  const isAllowed = new Set(allowed.map(({ id }) => id));
  const shown = scored.filter(({ id }) => isAllowed.has(id)).slice(0, limit);
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.reference, t.subject, left(t.body, 4000) AS body, t.status::text AS status, t.created_at, t.updated_at, u.name
    FROM ticket t JOIN app_user u ON u.id = t.requester_id WHERE t.id = ANY(${shown.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return shown.flatMap(({ id, score, matchedBy }) => {
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
      passage: matchedBy === "text" ? passageOf(readableOf(plainText(row.body), language), weightOfToken) : [],
    }];
  });
}
