import "server-only";
import type { Tx } from "@/lib/db/client";
import { removeFromIndex } from "@/lib/search/document-index";
import { indexFaqEntry } from "@/lib/kb/search-index";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";
import { articleNamed } from "./article-link";

/** The questions' order changes one change at a time: what was found to be possible still is when it is written. */
export async function lockFaq(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('faq_order'))`;
}

const entryColumns = { id: true, slug: true, groupId: true, question: true, answer: true, articleId: true, headVersion: true, archivedAt: true } as const;

export function findEntry(tx: Tx, entryId: string) {
  return tx.faqEntry.findUnique({ where: { id: entryId }, select: entryColumns });
}

/** Of a group, the questions that are asked, as they stand. */
export async function idsOfGroup(tx: Tx, groupId: string): Promise<string[]> {
  const rows = await tx.faqEntry.findMany({ where: { groupId, archivedAt: null }, orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true } });
  return rows.map((row) => row.id);
}

/** Behind the others. */
export async function lastPosition(tx: Tx, groupId: string): Promise<number> {
  const { _max } = await tx.faqEntry.aggregate({ where: { groupId }, _max: { position: true } });
  return (_max.position ?? 0) + 1;
}

/** A save: what the question says from now on. */
export async function writeVersion(tx: Tx, { entryId, number, question, answer, authorId, at }: { entryId: string; number: number; question: string; answer: string; authorId: string; at: Temporal.Instant }): Promise<void> {
  await tx.faqVersion.create({ data: { entryId, number, question, answer, authorId, at: toDate(at) } });
}

/** What is asked is found; what was put away is not. After it is written. */
export async function followInIndex(tx: Tx, entryId: string, now: Temporal.Instant): Promise<void> {
  const entry = await tx.faqEntry.findFirst({ where: { id: entryId, archivedAt: null }, select: { id: true, question: true, answer: true } });
  if (!entry) return removeFromIndex(tx, entryId, now);
  await indexFaqEntry(tx, { ...entry, now });
}

/** The article that an author named by its address or its title; null for none. */
export async function findNamedArticle(tx: Tx, typed: string): Promise<Result<{ id: string } | null, "FAQ_ARTICLE_UNKNOWN" | "FAQ_ARTICLE_TWICE">> {
  const named = articleNamed(typed);
  if (!named) return ok(null);
  const where = "slug" in named ? { slug: named.slug } : { title: { equals: named.title.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } };
  const [first, second] = await tx.article.findMany({ where: { ...where, status: { not: "archived" } }, take: 2, select: { id: true } });
  if (!first) return refuse("FAQ_ARTICLE_UNKNOWN");
  return second ? refuse("FAQ_ARTICLE_TWICE") : ok(first);
}
