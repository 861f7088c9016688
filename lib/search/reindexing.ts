import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { ANALYSIS_VERSION } from "./indexed-tokens";
import type { SearchKind } from "./types";

/** A transaction each, so that whoever writes a text meanwhile waits for milliseconds at most. */
const BATCH = 100;
/** After this a job ends and sends the next one: a restart loses no more than that. */
const BUDGET_MS = 15_000;

type Reindexing = {
  kinds: readonly SearchKind[];
  /** Ids of texts that ought to be findable and have no row, at most `limit`. */
  listMissing: (db: Db, limit: number) => Promise<string[]>;
  /** Reads the text, holding it still, and writes its row anew; takes it out when it is not to be found any more. */
  reindex: (tx: Tx, id: string) => Promise<void>;
};

/**
 * Brings the rows of a kind to today's analysis beside live use. What is done is told by the rows themselves, so that it can be broken
 * off at any instant and goes on where it was. @returns whether there is more to do
 */
export async function reindexSome(db: Db, { kinds, listMissing, reindex }: Reindexing): Promise<{ done: number; isMore: boolean }> {
  const until = performance.now() + BUDGET_MS;
  let done = 0;
  while (performance.now() < until) {
    const stale = await listStale(db, kinds);
    const ids = stale.length > 0 ? stale : await listMissing(db, BATCH);
    if (ids.length === 0) return { done, isMore: false };
    await db.$transaction(async (tx) => {
      for (const id of ids) await reindex(tx, id);
    });
    done += ids.length;
  }
  return { done, isMore: true };
}

async function listStale(db: Db, kinds: readonly SearchKind[]): Promise<string[]> {
  const rows = await db.$queryRaw<Array<{ id: string }>>`
    SELECT id FROM search_document WHERE kind = ANY(${kinds}::search_kind[]) AND analysis_version < ${ANALYSIS_VERSION} ORDER BY analysis_version, id LIMIT ${BATCH}`;
  return rows.map(({ id }) => id);
}

/** Has every row of these kinds made anew by the next re-indexing; for an operator who asks for it. */
export async function markStale(db: Db, kinds: readonly SearchKind[]): Promise<number> {
  return db.$executeRaw`UPDATE search_document SET analysis_version = 0 WHERE kind = ANY(${kinds}::search_kind[]) AND NOT is_removed`;
}

/** Rows of removed texts, once every process has learnt of it. */
export async function forgetRemoved(db: Db, before: Temporal.Instant): Promise<void> {
  await db.$executeRaw`DELETE FROM search_document WHERE is_removed AND updated_at < ${before.toString()}::timestamptz`;
}
