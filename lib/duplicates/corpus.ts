import "server-only";
import type { Db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { decodeTokens } from "@/lib/search/indexed-tokens";
import { liveIndex } from "@/lib/search/live-index";
import { NO_PRIOR, TextIndex } from "@/lib/search/text-index";
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
  if (live.size === 0) return null;
  const except = exceptTicketId === undefined ? undefined : index.positionOf(exceptTicketId);
  return {
    index,
    accepts: (at) => at !== except && live.has(at),
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

type WordsRow = { id: string; words: string; createdAt: Date };

async function readWords(db: Db, where: Prisma.Sql): Promise<WordsRow[]> {
  const rows = await db.$queryRaw<WordsRow[]>`
    SELECT t.id, d.words, t.created_at AS "createdAt"
    FROM ticket t JOIN search_document d ON d.id = t.id
    WHERE ${where} AND NOT d.is_removed
    ORDER BY t.created_at DESC, t.id LIMIT ${MOST_OF_A_CUSTOMER}`;
  return rows.reverse();
}

async function indexOf(db: Db, rows: readonly WordsRow[]): Promise<TextIndex> {
  const { index: publicTexts } = await liveIndex(db, PUBLIC_TEXTS).current();
  const index = new TextIndex(
    duplicatePrior({
      ...NO_PRIOR,
      documents: publicTexts.documents,
      frequencyOf: (term) => publicTexts.documentsWith(term),
      gramFrequencyOf: (gram) => publicTexts.documentsWithGram(gram),
    }),
  );
  for (const { id, words } of rows) index.add(id, decodeTokens(words));
  return index;
}

/** Which tickets are live changes by the minute; the list of thousands is read at most this often, and the answer is checked row by row. */
const LIVE_FOR_MS = 2_000;

type LiveList = { positions: Set<number>; index: TextIndex; span: number; until: number };
const shared = globalThis as typeof globalThis & { mesaLiveTickets?: WeakMap<Db, LiveList> };

async function livePositions({ db, now }: Context, index: TextIndex): Promise<Set<number>> {
  shared.mesaLiveTickets ??= new WeakMap();
  const known = shared.mesaLiveTickets.get(db);
  const clock = performance.now();
  const live = Prisma.sql`SELECT t.id FROM ticket t WHERE ${isLive(now)} AND t.merged_into_id IS NULL`;
  const read = async (query: Prisma.Sql, into: Set<number>) => {
    for (const { id } of await db.$queryRaw<Array<{ id: string }>>(query)) {
      const at = index.positionOf(id);
      if (at !== undefined) into.add(at);
    }
  };
  if (known && known.index === index && known.until > clock) {
    // What came since is not in the list; all else is as it was a moment ago.
    const { span } = index;
    const news = Array.from({ length: Math.max(0, span - known.span) }, (_, step) => index.idAt(known.span + step));
    if (news.length > 0) await read(Prisma.sql`${live} AND t.id = ANY(${news}::uuid[])`, known.positions);
    // Only now: whoever asks meanwhile must read them too.
    known.span = Math.max(known.span, span);
    return known.positions;
  }
  const positions = new Set<number>();
  const { span } = index;
  await read(live, positions);
  shared.mesaLiveTickets.set(db, { positions, index, span, until: clock + LIVE_FOR_MS });
  return positions;
}

/** For whoever changes tickets below a running process: tests, the evaluation. */
export function forgetLiveTickets(db: Db): void {
  shared.mesaLiveTickets?.delete(db);
}
