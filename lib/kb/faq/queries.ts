import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { Prisma } from "@/lib/db/generated/client";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { ok, type Result } from "@/lib/result";
import { toInstant } from "@/lib/time/instants";
import type { FindArticlesInput } from "./schema";
import type { FaqDeskGroup, FaqDeskQuestion, FaqEntryView, FaqVersionView } from "./types";

const columns = { id: true, slug: true, question: true, headVersion: true, archivedAt: true, article: { select: { id: true, slug: true, title: true, status: true, publishedAt: true, effectiveAudience: true } } } as const satisfies Prisma.FaqEntrySelect;

/** Every group with what it asks and what was put away, for whoever writes. */
export async function listFaqDesk({ db, actor }: Context<StaffActor>): Promise<FaqDeskGroup[]> {
  if (!canWriteKnowledge(actor)) return [];
  const groups = await db.faqGroup.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { id: true, slug: true, name: true, version: true, entries: { orderBy: [{ position: "asc" }, { id: "asc" }], select: columns } },
  });
  return groups.map(({ entries, ...group }, at) => {
    const asked = entries.filter((entry) => !entry.archivedAt);
    return {
      ...group,
      isFirst: at === 0,
      isLast: at === groups.length - 1,
      questions: asked.map((entry, place) => toQuestion(entry, { isFirst: place === 0, isLast: place === asked.length - 1 })),
      archived: entries.filter((entry) => entry.archivedAt).map((entry) => toQuestion(entry, { isFirst: true, isLast: true })),
    };
  });
}

/** A question as it is now, archived or not. */
export async function findFaqEntry({ db, actor }: Context<StaffActor>, id: string): Promise<FaqEntryView | null> {
  if (!canWriteKnowledge(actor)) return null;
  const row = await db.faqEntry.findUnique({ where: { id }, select: { ...columns, groupId: true, answer: true } });
  return row && { ...toQuestion(row, { isFirst: false, isLast: false }), groupId: row.groupId, answer: row.answer };
}

const VERSIONS_SHOWN = 100;

/** The newest first. */
export async function listFaqVersions({ db, actor }: Context<StaffActor>, entryId: string): Promise<FaqVersionView[]> {
  if (!canWriteKnowledge(actor)) return [];
  const rows = await db.faqVersion.findMany({ where: { entryId }, orderBy: { number: "desc" }, take: VERSIONS_SHOWN, select: { number: true, question: true, answer: true, at: true, author: { select: shownNameSelect } } });
  return rows.map(({ author, at, ...row }) => ({ ...row, authorName: author && shownName(author), at: toInstant(at) }));
}

const FOUND_MAX = 8;

/** Titles that have this text in them, for whoever looks for an article to lead to. */
export async function findArticlesByTitle({ db, actor }: Context<StaffActor>, { text }: FindArticlesInput): Promise<Result<string[], never>> {
  if (!canWriteKnowledge(actor) || text.length < 2) return ok([]);
  const rows = await db.article.findMany({ where: { title: { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" }, status: { not: "archived" } }, orderBy: { title: "asc" }, take: FOUND_MAX, select: { title: true } });
  return ok(rows.map((row) => row.title));
}

function toQuestion({ headVersion, archivedAt, article, ...row }: Prisma.FaqEntryGetPayload<{ select: typeof columns }>, place: { isFirst: boolean; isLast: boolean }): FaqDeskQuestion {
  const shown = article && { id: article.id, slug: article.slug, title: article.title, isPublic: article.status === "published" && article.publishedAt !== null && article.effectiveAudience === "public" };
  return { id: row.id, slug: row.slug, question: row.question, version: headVersion, isArchived: archivedAt !== null, article: shown, ...place };
}
