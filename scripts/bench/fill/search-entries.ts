import type pg from "pg";
import type { Db } from "@/lib/db/client";
import { analyseTicket } from "@/lib/duplicates/profile";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import { indexArticle, indexFaqEntry } from "@/lib/kb/search-index";
import { gramsToBytes, packGrams } from "@/lib/search/packed-grams";
import type { Article, Question } from "./knowledge";
import type { TicketText } from "./tickets";

const BATCH = 500;
const COMPARED = 20;

type Context = { db: Db; client: pg.Client; now: Temporal.Instant };

/**
 * The tickets' index entries, 500 a statement, made by the same pure functions as the product's (one ticket a transaction would take
 * minutes); some are compared with what the product writes.
 */
export async function fillTicketEntries(ctx: Context, tickets: readonly TicketText[]): Promise<void> {
  for (let at = 0; at < tickets.length; at += BATCH) await writeEntries(ctx, tickets.slice(at, at + BATCH));
  for (let at = 0; at < COMPARED; at += 1) await compareWithProduct(ctx, tickets[at * Math.floor(tickets.length / COMPARED)]!);
}

async function writeEntries({ client, now }: Context, tickets: readonly TicketText[]): Promise<void> {
  const documents: Array<{ id: string; length: number; gram_length: number; grams: string }> = [];
  const postings = { terms: [] as string[], ids: [] as string[], frequencies: [] as number[], lengths: [] as number[] };
  for (const ticket of tickets) {
    const text = analyseTicket(ticket);
    const grams = packGrams(text);
    documents.push({ id: ticket.id, length: text.length, gram_length: grams.length, grams: `\\x${Buffer.from(gramsToBytes(grams)).toString("hex")}` });
    for (const [term, frequency] of text.terms) {
      postings.terms.push(term);
      postings.ids.push(ticket.id);
      postings.frequencies.push(frequency);
      postings.lengths.push(text.length);
    }
  }
  await client.query(
    `INSERT INTO search_document (id, kind, length, gram_length, grams, updated_at)
     SELECT d.id, 'ticket', d.length, d.gram_length, d.grams, $2 FROM json_populate_recordset(NULL::search_document, $1::json) d`,
    [JSON.stringify(documents), new Date(now.epochMilliseconds)],
  );
  await client.query(
    `INSERT INTO search_posting (kind, term, document_id, frequency, length)
     SELECT 'ticket', p.term, p.id, p.frequency, p.length FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[]) AS p (term, id, frequency, length)`,
    [postings.terms, postings.ids, postings.frequencies, postings.lengths],
  );
}

async function compareWithProduct({ db, client, now }: Context, ticket: TicketText): Promise<void> {
  const bulk = await readEntry(client, ticket.id);
  await db.$transaction((tx) => indexTicket(tx, { ...ticket, now }));
  const own = await readEntry(client, ticket.id);
  if (bulk !== own) throw new Error(`The bulk index entry of ${ticket.id} is not the product's:\n${bulk.slice(0, 500)}\n${own.slice(0, 500)}`);
}

async function readEntry(client: pg.Client, id: string): Promise<string> {
  const { rows } = await client.query<{ entry: string }>(
    `SELECT json_build_array(d.kind, d.length, d.gram_length, encode(d.grams, 'hex'),
       (SELECT json_agg(json_build_array(p.term, p.frequency, p.length) ORDER BY p.term) FROM search_posting p WHERE p.document_id = d.id))::text AS entry
     FROM search_document d WHERE d.id = $1`,
    [id],
  );
  return rows[0]?.entry ?? "nothing";
}

/** Articles and questions through the product's own code. */
export async function fillKnowledgeEntries({ db, now }: Context, { articles, questions }: { articles: readonly Article[]; questions: readonly Question[] }): Promise<void> {
  for (let at = 0; at < articles.length; at += 100) {
    await db.$transaction(async (tx) => {
      for (const article of articles.slice(at, at + 100)) await indexArticle(tx, { ...article, status: "published", now });
    });
  }
  await db.$transaction(async (tx) => {
    for (const entry of questions) await indexFaqEntry(tx, { ...entry, now });
  });
}
