import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { KnownWord } from "./knowledge-ranking";

const NEAR_PER_WORD = 30;
const COMPLETIONS = 8;
const MIN_PREFIX_LENGTH = 2;

/** For each folded word, the known words that share trigrams with it, most alike first. */
export async function findNearWords(db: Db | Tx, words: readonly string[]): Promise<Map<string, KnownWord[]>> {
  if (words.length === 0) return new Map();
  const rows = await db.$queryRaw<Array<KnownWord & { asked: string }>>`
    SELECT asked.word AS asked, near.word, near.term, near.surface
    FROM unnest(${words}::text[]) AS asked (word)
    CROSS JOIN LATERAL (
      SELECT w.word, w.term, w.surface FROM search_word w WHERE w.word % asked.word ORDER BY similarity(w.word, asked.word) DESC, w.word LIMIT ${NEAR_PER_WORD}
    ) AS near`;
  return Map.groupBy(rows, (row) => row.asked);
}

/** The known words that start with the folded `prefix`, the shortest first. */
export async function findWordsWithPrefix(db: Db | Tx, prefix: string): Promise<KnownWord[]> {
  if (prefix.length < MIN_PREFIX_LENGTH) return [];
  const end = `${prefix}\u{10FFFF}`;
  return db.$queryRaw<KnownWord[]>`
    SELECT word, term, surface FROM search_word
    WHERE word >= ${prefix}::text COLLATE "C" AND word < ${end}::text COLLATE "C"
    ORDER BY length(word), word LIMIT ${COMPLETIONS}`;
}
