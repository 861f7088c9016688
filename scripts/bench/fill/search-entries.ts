import type pg from "pg";
import type { Db } from "@/lib/db/client";
import { analyseTicket } from "@/lib/duplicates/profile";
import { indexTicket } from "@/lib/duplicates/ticket-index";
import type { Audience } from "@/lib/kb/audience";
import { indexArticle, indexFaqEntry, SEARCH_KINDS } from "@/lib/kb/search-index";
import { analyseText, type Analysis } from "@/lib/search/analysis";
import { ANALYSIS_VERSION, encodeTokens, indexedTokens } from "@/lib/search/indexed-tokens";
import type { SearchKind } from "@/lib/search/types";
import { insertRows } from "./insert";
import type { Article, Question } from "./knowledge";
import type { TicketText } from "./tickets";

const BATCH = 500;
const COMPARED = 20;

type Context = { db: Db; client: pg.Client; now: Temporal.Instant };
type Entry = { id: string; kind: SearchKind; text: Analysis; datedAt: number };

/**
 * The tickets' index entries, 500 a statement, made by the same pure functions as the product's (one ticket a transaction would take
 * minutes); some are compared with what the product writes.
 */
export async function fillTicketEntries(ctx: Context, tickets: readonly TicketText[]): Promise<void> {
  await writeEntries(ctx, tickets, (ticket) => ({ id: ticket.id, kind: "ticket", text: analyseTicket(ticket), datedAt: ticket.createdAt }));
  await compareSome(ctx, tickets, ({ createdAt, ...ticket }) =>
    ctx.db.$transaction((tx) => indexTicket(tx, { ...ticket, createdAt: Temporal.Instant.fromEpochMilliseconds(createdAt), now: ctx.now })));
}

/** The same of the knowledge, for whomever it is. */
export async function fillKnowledgeEntries(ctx: Context, { articles, questions }: { articles: readonly Article[]; questions: readonly Question[] }): Promise<void> {
  const datedAt = ctx.now.epochMilliseconds;
  const { rows } = await ctx.client.query<{ id: string; audience: Audience }>("SELECT id, effective_audience AS audience FROM article");
  const audiences = new Map(rows.map(({ id, audience }) => [id, audience]));
  const textOf = ({ title, summary, tags, body }: Article) => analyseText({ title, body: [summary, tags.join(", "), body].join("\n") });
  await writeEntries(ctx, articles, (article) => ({ id: article.id, kind: SEARCH_KINDS[audiences.get(article.id) ?? "public"], text: textOf(article), datedAt }));
  await compareSome(ctx, articles, (article) => ctx.db.$transaction((tx) => indexArticle(tx, { id: article.id, now: ctx.now })));
  await ctx.db.$transaction(async (tx) => {
    for (const entry of questions) await indexFaqEntry(tx, { ...entry, now: ctx.now });
  });
}

async function writeEntries<T>({ client, now }: Context, texts: readonly T[], entryOf: (text: T) => Entry): Promise<void> {
  for (let at = 0; at < texts.length; at += BATCH) {
    const entries = texts.slice(at, at + BATCH).map(entryOf);
    await insertRows(client, "search_document", entries.map(({ id, kind, text, datedAt }) => ({
      id,
      kind,
      words: encodeTokens(indexedTokens(text)),
      is_removed: false,
      analysis_version: ANALYSIS_VERSION,
      dated_at: new Date(datedAt),
      updated_at: new Date(now.epochMilliseconds),
    })));
  }
}

async function compareSome<T extends { id: string }>({ client }: Context, texts: readonly T[], write: (text: T) => Promise<void>): Promise<void> {
  const step = Math.max(1, Math.floor(texts.length / COMPARED));
  for (let at = 0; at < texts.length; at += step) {
    const text = texts[at]!;
    const bulk = await readEntry(client, text.id);
    await write(text);
    const own = await readEntry(client, text.id);
    if (bulk !== own) throw new Error(`The bulk index entry of ${text.id} is not the product's:\n${bulk.slice(0, 500)}\n${own.slice(0, 500)}`);
  }
}

/** All that the product decides; the revision is the transaction's. */
async function readEntry(client: pg.Client, id: string): Promise<string> {
  const { rows } = await client.query<{ entry: string }>("SELECT (to_jsonb(d) - 'revision')::text AS entry FROM search_document d WHERE d.id = $1", [id]);
  return rows[0]?.entry ?? "nothing";
}
