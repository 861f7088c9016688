import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Bm25Settings } from "./bm25";
import { gramsFromBytes, type PackedGrams } from "./packed-grams";
import type { SearchKind } from "./types";

export type RankedDocument = { id: string; kind: SearchKind; termScore: number; grams: PackedGrams };

type Question = {
  kinds: readonly SearchKind[];
  terms: ReadonlyArray<{ term: string; weight: number }>;
  averageLength: number;
  settings: Bm25Settings;
  limit: number;
  /** Only these, given as ids when they are few. */
  among?: readonly string[];
  /** Only these, given as a query for ids when they may be many. */
  where?: Prisma.Sql;
};

const NOTHING = Prisma.sql`SELECT NULL::uuid AS id WHERE FALSE`;

type Row = { id: string; kind: SearchKind; score: number; grams: Uint8Array; gram_length: number };

/** The texts that share terms with the question, by BM25 over the covering index, the best `limit` of them with their grams. */
export async function rankDocuments(db: Db | Tx, question: Question): Promise<RankedDocument[]> {
  if (question.terms.length === 0 || question.among?.length === 0) return [];
  const { k1, b } = question.settings;
  const averageLength = question.averageLength > 0 ? question.averageLength : 1;
  const score = Prisma.sql`sum(asked.weight * p.frequency * ${k1 + 1}::float8 / (p.frequency + ${k1}::float8 * (${1 - b}::float8 + ${b}::float8 * p.length / ${averageLength}::float8)))`;
  const rows = await db.$queryRaw<Row[]>`
    WITH wanted AS MATERIALIZED (${question.where ?? NOTHING}), ranked AS MATERIALIZED (
      SELECT p.document_id, ${score} AS score
      FROM ${postingsOf(question)}
      GROUP BY p.document_id
      ORDER BY score DESC, p.document_id
      LIMIT ${question.limit}
    )
    SELECT d.id, d.kind::text AS kind, ranked.score, d.grams, d.gram_length
    FROM ranked JOIN search_document d ON d.id = ranked.document_id
    ORDER BY ranked.score DESC, d.id`;
  return rows.map((row) => ({ id: row.id, kind: row.kind, termScore: row.score, grams: { grams: gramsFromBytes(row.grams), length: row.gram_length } }));
}

/** Few texts are probed one by one in the primary key; otherwise the postings of each term are read and held against the condition. */
function postingsOf({ kinds, terms, among, where }: Question): Prisma.Sql {
  const asked = Prisma.sql`unnest(${terms.map(({ term }) => term)}::text[], ${terms.map(({ weight }) => weight)}::float8[]) AS asked (term, weight)`;
  if (among) {
    return Prisma.sql`${asked} CROSS JOIN unnest(${among}::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT document_id, frequency, length FROM search_posting
      WHERE kind = ANY(${kinds}::search_kind[]) AND term = asked.term AND document_id = wanted.id OFFSET 0
    ) AS p`;
  }
  const wanted = where ? Prisma.sql`WHERE p.document_id IN (SELECT id FROM wanted)` : Prisma.empty;
  return Prisma.sql`${asked} CROSS JOIN LATERAL (
    SELECT document_id, frequency, length FROM search_posting WHERE kind = ANY(${kinds}::search_kind[]) AND term = asked.term OFFSET 0
  ) AS p ${wanted}`;
}
