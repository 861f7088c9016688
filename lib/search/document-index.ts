import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import type { Analysis } from "./analysis";
import { gramsToBytes, packGrams } from "./packed-grams";
import { foldText } from "./text";
import type { SearchKind, Token } from "./types";

const MAX_FREQUENCY = 32_767;

export type IndexedText = { id: string; kind: SearchKind; text: Analysis; gramBodyLength?: number; now: Temporal.Instant };

/** Writes, or writes anew, what the finders know of a text. Runs in the transaction that writes the text itself, in two statements. */
export async function indexDocument(tx: Tx, { id, kind, text, gramBodyLength, now }: IndexedText): Promise<void> {
  const terms = [...text.terms.keys()];
  const frequencies = [...text.terms.values()].map((frequency) => Math.min(frequency, MAX_FREQUENCY));
  const grams = packGrams(text, gramBodyLength);
  await removeFromIndex(tx, id);
  await tx.$executeRaw`
    WITH document AS (
      INSERT INTO search_document (id, kind, length, gram_length, grams, updated_at)
      VALUES (${id}::uuid, ${kind}::search_kind, ${text.length}, ${grams.length}, ${gramsToBytes(grams)}, ${toDate(now)}::timestamptz)
    )
    INSERT INTO search_posting (kind, term, document_id, frequency, length)
    SELECT ${kind}::search_kind, posting.term, ${id}::uuid, posting.frequency, ${text.length}
    FROM unnest(${terms}::text[], ${frequencies}::int[]) AS posting (term, frequency)`;
}

/** The postings go with the entry. */
export async function removeFromIndex(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM search_document WHERE id = ${id}::uuid`;
}

/**
 * Remembers the words of a public text. Only for texts that few people write at a time: two transactions that bring the same new word
 * wait for each other.
 */
export async function rememberWords(tx: Tx, text: Analysis): Promise<void> {
  const words = new Map<string, Token>();
  for (const token of [...text.titleTokens, ...text.bodyTokens]) {
    if (!token.isStopWord && token.identifier === null && token.surface.length >= 3 && token.surface.length <= 40) words.set(foldText(token.surface), token);
  }
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1));
  await tx.$executeRaw`
    INSERT INTO search_word (word, term, surface)
    SELECT * FROM unnest(${sorted.map(([word]) => word)}::text[], ${sorted.map(([, token]) => token.term)}::text[], ${sorted.map(([, token]) => token.surface.toLowerCase())}::text[])
    ON CONFLICT DO NOTHING`;
}
