import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { inverseFrequency } from "./bm25";
import type { SearchKind } from "./types";

/** What is rare is counted each time, in microseconds. What is frequent hardly changes: its count is remembered for this long. */
const REMEMBERED_FOR_MS = 5 * 60_000;
const FREQUENT_FROM = 1_000;

export type KindStatistics = { documents: number; averageLength: number; averageGramLength: number };

type Remembered<T> = { value: T; until: number };
const rememberedKinds = new Map<string, Remembered<KindStatistics>>();
const rememberedTerms = new Map<string, Remembered<number>>();

type Context = { db: Db | Tx; now: Temporal.Instant };

/** Number and average length of the texts of these kinds together. */
export async function statisticsOf({ db, now }: Context, kinds: readonly SearchKind[]): Promise<KindStatistics> {
  const key = kinds.join();
  const known = recall(rememberedKinds, key, now);
  if (known) return known;
  const [row] = await db.$queryRaw<Array<{ documents: number; length: number; gram_length: number }>>`
    SELECT count(*)::int AS documents, COALESCE(avg(length), 0)::float8 AS length, COALESCE(avg(gram_length), 0)::float8 AS gram_length
    FROM search_document WHERE kind = ANY(${kinds}::search_kind[])`;
  const statistics = { documents: row?.documents ?? 0, averageLength: row?.length ?? 0, averageGramLength: row?.gram_length ?? 0 };
  if (statistics.documents >= FREQUENT_FROM) remember(rememberedKinds, key, statistics, now);
  return statistics;
}

/**
 * In how many texts of these kinds each term stands, counted over the covering index. No table of counts: one would either make
 * writers wait for each other at every frequent word or have to be folded by a job.
 */
export async function documentFrequencies({ db, now }: Context, kinds: readonly SearchKind[], terms: readonly string[]): Promise<Map<string, number>> {
  const frequencies = new Map<string, number>();
  const unknown: string[] = [];
  for (const term of new Set(terms)) {
    const known = recall(rememberedTerms, `${kinds.join()} ${term}`, now);
    if (known === undefined) unknown.push(term);
    else frequencies.set(term, known);
  }
  if (unknown.length === 0) return frequencies;
  const rows = await db.$queryRaw<Array<{ term: string; documents: number }>>`
    SELECT asked.term, counted.documents
    FROM unnest(${unknown}::text[]) AS asked (term)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS documents FROM search_posting p WHERE p.kind = ANY(${kinds}::search_kind[]) AND p.term = asked.term
    ) AS counted`;
  for (const { term, documents } of rows) {
    frequencies.set(term, documents);
    if (documents >= FREQUENT_FROM) remember(rememberedTerms, `${kinds.join()} ${term}`, documents, now);
  }
  return frequencies;
}

export function inverseFrequencies(documents: number, frequencies: ReadonlyMap<string, number>): (term: string) => number {
  return (term) => inverseFrequency({ documents, withTerm: frequencies.get(term) ?? 0 });
}

/** For whoever swaps the database below a running process: tests, the evaluation. */
export function forgetStatistics(): void {
  rememberedKinds.clear();
  rememberedTerms.clear();
}

function recall<T>(memory: Map<string, Remembered<T>>, key: string, now: Temporal.Instant): T | undefined {
  const known = memory.get(key);
  return known && known.until > now.epochMilliseconds ? known.value : undefined;
}

/** Bounded by the number of frequent terms, which a language has a few thousand of. */
function remember<T>(memory: Map<string, Remembered<T>>, key: string, value: T, now: Temporal.Instant): void {
  memory.set(key, { value, until: now.epochMilliseconds + REMEMBERED_FOR_MS });
}
