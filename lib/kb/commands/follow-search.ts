import "server-only";
import type { Tx } from "@/lib/db/client";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import { dateOfDay, oldestOpenHour } from "@/lib/kb/search-record";
import type { KnowledgeKind } from "@/lib/kb/search-types";
import { readableArticles } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";

const MOST_OPENED = 10;

export type OpenedKnowledge = { kind: KnowledgeKind; slug: string };

/** Somebody opened an article or a question that their search had found. What they may not read, and what was searched long ago, is not found. */
export async function recordOpenedResult(reader: KnowledgeReader, { token, opened }: { token: string; opened: OpenedKnowledge }): Promise<Result<null, "NOT_FOUND">> {
  const { db, now } = reader;
  const found = await findKnowledge(reader, opened);
  if (!found) return refuse("NOT_FOUND");
  const { day, hour } = oldestOpenHour(now);
  // One statement: of two at once, neither is lost.
  const count = await db.$executeRaw`
    UPDATE kb_search SET opened = CASE WHEN ${found.id}::uuid = ANY (opened) OR cardinality(opened) >= ${MOST_OPENED} THEN opened ELSE opened || ${found.id}::uuid END
    WHERE token = ${token}::uuid AND (searched_on, searched_hour) >= (${dateOfDay(day)}::date, ${hour}::smallint)`;
  return count > 0 ? ok(null) : refuse("NOT_FOUND");
}

/** A ticket came of these searches. Part of the transaction that opens it; searches that are not there (any more) are no reason to refuse one. */
export async function noteTicketAfterSearch(tx: Tx, { tokens, now }: { tokens: readonly string[]; now: Temporal.Instant }): Promise<void> {
  if (tokens.length === 0) return;
  const { day, hour } = oldestOpenHour(now);
  const on = dateOfDay(day);
  await tx.kbSearch.updateMany({
    where: { token: { in: [...tokens] }, OR: [{ searchedOn: { gt: on } }, { searchedOn: on, searchedHour: { gte: hour } }] },
    data: { hasTicket: true },
  });
}

function findKnowledge(reader: KnowledgeReader, { kind, slug }: OpenedKnowledge): Promise<{ id: string } | null> {
  if (kind === "faq") return reader.db.faqEntry.findUnique({ where: { slug, archivedAt: null }, select: { id: true } });
  return reader.db.article.findFirst({ where: { ...readableArticles(audiencesOfReader(reader)), slug }, select: { id: true } });
}
