import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { liveIndex } from "@/lib/search/live-index";
import { NO_PRIOR } from "@/lib/search/lexicon";
import { TextIndex } from "@/lib/search/text-index";
import { PUBLIC_TEXTS } from "@/lib/search/collections";
import { toDate } from "@/lib/time/instants";
import type { Age } from "./first-look";
import { duplicatePrior } from "./prior";
import { inScope, isLive } from "./scope";
import { TICKETS } from "./collection";
import type { TicketScope } from "./types";

type Context = { db: Db; now: Temporal.Instant };

/** Where a draft's duplicates are looked for: an index, which of its tickets count, and how old each is. */
export type Corpus = { index: TextIndex; accepts: (at: number) => boolean; ageOf: (at: number) => Age };

/** More live tickets of one organization are not compared: the youngest are. */
const MOST_OF_A_CUSTOMER = 500;
/** What a customer's age of a ticket is told in: the true number of tickets in between is the desk's own. */
const TICKETS_A_DAY = 20;
const SPAN_DAYS = 730;
const MS_A_DAY = 86_400_000;

/**
 * Staff compare with the whole desk, from its index. A customer's corpus is made of the rows that the condition lets through, and of
 * public texts for how common words are: other people's tickets have no part in it, not even in a weight or in the time it takes.
 */
export async function corpusFor(ctx: Context, scope: TicketScope, exceptTicketId: string | undefined): Promise<Corpus | null> {
  if (scope.kind === "all") return deskCorpus(ctx, exceptTicketId);
  return customerCorpus(ctx, scope, exceptTicketId);
}

async function deskCorpus(ctx: Context, exceptTicketId: string | undefined): Promise<Corpus | null> {
  const { index, dates, datedAt } = await liveIndex(ctx.db, TICKETS).current();
  const live = await livePositions(ctx, index);
  if (live.count === 0) return null;
  const except = exceptTicketId === undefined ? undefined : index.positionOf(exceptTicketId);
  return {
    index,
    accepts: (at) => at !== except && live.isIn[at] === 1,
    ageOf: (at) => ({ younger: 1 + dates.countAfter(datedAt(at)), of: dates.size }),
  };
}

async function customerCorpus(ctx: Context, scope: TicketScope, exceptTicketId: string | undefined): Promise<Corpus | null> {
  const live = Prisma.sql`${inScope(scope)} AND ${isLive(ctx.now)} AND t.merged_into_id IS NULL AND t.id IS DISTINCT FROM ${exceptTicketId ?? null}::uuid`;
  const rows = await readWords(ctx.db, live);
  if (rows.length === 0) return null;
  const index = await indexOf(ctx.db, rows);
  const today = toDate(ctx.now).getTime();
  return {
    index,
    accepts: () => true,
    ageOf: (at) => {
      const days = Math.max(0, today - (rows[at]?.createdAt.getTime() ?? today)) / MS_A_DAY;
      return { younger: 2 + Math.min(days, SPAN_DAYS) * TICKETS_A_DAY, of: SPAN_DAYS * TICKETS_A_DAY };
    },
  };
}

/** An index of the tickets that the condition on `ticket t` lets through, the youngest of them, and of nothing else. */
export async function customerIndex(ctx: Context, where: Prisma.Sql): Promise<TextIndex> {
  return indexOf(ctx.db, await readWords(ctx.db, where));
}

type WordsRow = { id: string; words: string; revision: bigint; createdAt: Date };

async function readWords(db: Db, where: Prisma.Sql): Promise<WordsRow[]> {
  const rows = await db.$queryRaw<WordsRow[]>`
    SELECT t.id, d.words, d.revision, t.created_at AS "createdAt"
    FROM ticket t JOIN search_document d ON d.id = t.id
    WHERE ${where} AND NOT d.is_removed
    ORDER BY t.created_at DESC, t.id LIMIT ${MOST_OF_A_CUSTOMER}`;
  return rows.reverse();
}

/** Somebody who types asks the same few tickets with every letter: their index is kept for the last people who did. */
const MOST_KEPT = 32;
const madeIndexes = new WeakMap<TextIndex, Map<string, TextIndex>>();

/** Of these rows and the public texts, and of nothing else: both are in the key that it is kept by. */
async function indexOf(db: Db, rows: readonly WordsRow[]): Promise<TextIndex> {
  const { index: publicTexts, generation } = await liveIndex(db, PUBLIC_TEXTS).current();
  const key = `${generation} ${rows.map(({ id, revision }) => `${id} ${revision}`).join()}`;
  const made = madeIndexes.get(publicTexts) ?? new Map<string, TextIndex>();
  madeIndexes.set(publicTexts, made);
  const index = made.get(key) ?? makeIndex(publicTexts, rows);
  made.delete(key);
  made.set(key, index);
  for (const oldest of made.keys()) if (made.size > MOST_KEPT) made.delete(oldest);
  return index;
}

function makeIndex(publicTexts: TextIndex, rows: readonly WordsRow[]): TextIndex {
  const index = new TextIndex(
    duplicatePrior({
      ...NO_PRIOR,
      documents: publicTexts.documents,
      frequencyOf: (term) => publicTexts.documentsWith(term),
      gramFrequencyOf: (gram) => publicTexts.documentsWithGram(gram),
    }),
  );
  for (const { id, words } of rows) index.addStored(id, words);
  return index;
}

/** Which tickets are live changes by the minute; the list of thousands is read at most this often, and the answer is checked row by row. */
const LIVE_FOR_MS = 2_000;

/** `isIn`: by position, 1 for a live ticket; it may end before the index does. */
type LiveList = { isIn: Uint8Array; count: number; index: TextIndex; span: number; until: number };
type LiveTickets = { list: LiveList | null; reading: Promise<LiveList> | null };
const shared = globalThis as typeof globalThis & { mesaLiveTickets?: WeakMap<Db, LiveTickets> };

async function livePositions(ctx: Context, index: TextIndex): Promise<LiveList> {
  shared.mesaLiveTickets ??= new WeakMap();
  const kept = shared.mesaLiveTickets.get(ctx.db) ?? { list: null, reading: null };
  shared.mesaLiveTickets.set(ctx.db, kept);
  const isFresh = (list: LiveList) => list.index === index && list.until > performance.now();
  if (kept.list && isFresh(kept.list)) return withNews(ctx, kept.list);
  // Of several questions at once one reads the list, and the others wait for it.
  const reading = (kept.reading ??= readLiveList(ctx, index).finally(() => (kept.reading = null)));
  const list = await reading;
  if (list.index !== index) return readLiveList(ctx, index);
  kept.list = list;
  return withNews(ctx, list);
}

async function readLiveList(ctx: Context, index: TextIndex): Promise<LiveList> {
  const list: LiveList = { isIn: new Uint8Array(index.span), count: 0, index, span: index.span, until: performance.now() + LIVE_FOR_MS };
  await addLive(ctx, list, Prisma.empty);
  return list;
}

/** What came since is not in the list; all else is as it was a moment ago. */
async function withNews(ctx: Context, list: LiveList): Promise<LiveList> {
  const { index, span } = list;
  if (index.span === span) return list;
  const news = Array.from({ length: index.span - span }, (_, step) => index.idAt(span + step));
  const now = span + news.length;
  await addLive(ctx, list, Prisma.sql`AND t.id = ANY(${news}::uuid[])`);
  list.span = Math.max(list.span, now);
  return list;
}

/** As one text: thousands of rows would cost ten times as much to take in. */
async function addLive({ db, now }: Context, list: LiveList, further: Prisma.Sql): Promise<void> {
  const [row] = await db.$queryRaw<Array<{ ids: string | null }>>`
    SELECT string_agg(t.id::text, ',') AS ids FROM ticket t WHERE ${isLive(now)} AND t.merged_into_id IS NULL ${further}`;
  for (const id of row?.ids?.split(",") ?? []) {
    const at = list.index.positionOf(id);
    if (at === undefined) continue;
    if (at >= list.isIn.length) list.isIn = longer(list.isIn, list.index.span);
    if (list.isIn[at] === 0) list.count += 1;
    list.isIn[at] = 1;
  }
}

function longer(values: Uint8Array, length: number): Uint8Array {
  const larger = new Uint8Array(length + (length >> 4) + 16);
  larger.set(values);
  return larger;
}

/** For whoever changes tickets below a running process: tests, the evaluation. */
export function forgetLiveTickets(db: Db): void {
  shared.mesaLiveTickets?.delete(db);
}
