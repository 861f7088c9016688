import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";
import type { Analysis } from "./analysis";
import { ANALYSIS_VERSION, encodeTokens, indexedTokens } from "./indexed-tokens";
import type { SearchKind } from "./types";

/** `datedAt` is when the text came to be; `now`, when it is indexed. */
export type IndexedText = { id: string; kind: SearchKind; text: Analysis; datedAt: Temporal.Instant; now: Temporal.Instant };

/** Writes, or writes anew, the words of a text: one statement, in the transaction that writes the text itself. */
export async function indexDocument(tx: Tx, { id, kind, text, datedAt, now }: IndexedText): Promise<void> {
  const words = encodeTokens(indexedTokens(text));
  await tx.$executeRaw`
    INSERT INTO search_document (id, kind, words, analysis_version, dated_at, updated_at)
    VALUES (${id}::uuid, ${kind}::search_kind, ${words}, ${ANALYSIS_VERSION}, ${toDate(datedAt)}::timestamptz, ${toDate(now)}::timestamptz)
    ON CONFLICT (id) DO UPDATE SET kind = EXCLUDED.kind, words = EXCLUDED.words, is_removed = FALSE, analysis_version = EXCLUDED.analysis_version,
      dated_at = EXCLUDED.dated_at, updated_at = EXCLUDED.updated_at, revision = pg_current_xact_id()::text::bigint`;
}

/** The text is no longer found. Its row stays for a day without words, so that every process learns of it. */
export async function removeFromIndex(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.$executeRaw`
    UPDATE search_document SET words = '', is_removed = TRUE, analysis_version = ${ANALYSIS_VERSION}, updated_at = ${toDate(now)}::timestamptz,
      revision = pg_current_xact_id()::text::bigint
    WHERE id = ${id}::uuid AND NOT is_removed`;
}
