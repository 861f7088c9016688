import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { audiencesOf } from "@/lib/kb/audience";
import { readableArticles } from "@/lib/kb/visibility";
import { toInstant } from "@/lib/time/instants";
import type { ExportedArticle, ExportedGroup } from "./folder";

/** What is read now; or what was saved last, of drafts and of what was put away too. */
export const VERSION_CHOICES = ["live", "head"] as const;
export type VersionChoice = (typeof VERSION_CHOICES)[number];

/** The desk reads drafts; whoever else came here would get what is published for them. */
export function articlesWanted(actor: StaffActor, versions: VersionChoice) {
  if (versions === "live" || actor.kind !== "staff") return readableArticles(audiencesOf(actor)) satisfies Prisma.ArticleWhereInput;
  return { effectiveAudience: { in: [...audiencesOf(actor)] } } satisfies Prisma.ArticleWhereInput;
}

const columns = {
  id: true, slug: true, title: true, summary: true, body: true, tags: true, status: true, audience: true, isPinned: true, carriedViews: true, viewCount: true, helpfulYes: true, helpfulNo: true,
  publishedAt: true, updatedAt: true, reviewMonths: true, reviewOn: true, headVersion: true, liveVersion: true,
  publishAt: true, related: { orderBy: { position: "asc" }, select: { related: { select: { slug: true } } } },
  attachments: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { id: true, name: true, backend: true, objectKey: true, size: true, createdAt: true } },
} as const satisfies Prisma.ArticleSelect;

type Row = Prisma.ArticleGetPayload<{ select: typeof columns }>;

export async function readArticles({ db, actor }: Context<StaffActor>, { ids, versions }: { ids: string[]; versions: VersionChoice }) {
  const rows = await db.article.findMany({ where: { AND: [articlesWanted(actor, versions), { id: { in: ids } }] }, orderBy: { slug: "asc" }, select: columns });
  const ahead = versions === "head" ? rows.filter((row) => row.liveVersion !== null && row.headVersion !== row.liveVersion) : [];
  const heads = ahead.length === 0 ? [] : await db.articleVersion.findMany({ where: { OR: ahead.map(({ id, headVersion }) => ({ articleId: id, number: headVersion })) }, select: { articleId: true, title: true, summary: true, body: true, tags: true } });
  const byArticle = new Map(heads.map(({ articleId, ...text }) => [articleId, text]));
  return rows.map((row) => ({ article: { ...exported(row), ...byArticle.get(row.id) }, attachments: row.attachments, at: row.updatedAt }));
}

function exported({ status, carriedViews, viewCount, publishedAt, updatedAt, reviewOn, publishAt, related, attachments: _files, id: _id, headVersion: _head, liveVersion: _live, ...row }: Row): Omit<ExportedArticle, "files"> {
  return { ...row, state: status, views: carriedViews + viewCount, publishedAt: publishedAt && toInstant(publishedAt).toString(), updatedAt: toInstant(updatedAt).toString(), reviewOn: reviewOn?.toISOString().slice(0, 10) ?? null, publishAt: publishAt && status !== "published" ? toInstant(publishAt).toString() : null, related: related.map((each) => each.related.slug) };
}

/** Questions are everybody's; a link to an article only where the reader of the export has it. */
export async function readGroups({ db, actor }: Context<StaffActor>): Promise<ExportedGroup[]> {
  if (actor.kind !== "staff") return [];
  const rows = await db.faqGroup.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { slug: true, name: true, position: true, entries: { orderBy: [{ position: "asc" }, { id: "asc" }], select: { slug: true, question: true, answer: true, archivedAt: true, article: { select: { slug: true } } } } },
  });
  return rows.map(({ entries, ...group }) => ({
    ...group,
    questions: entries.map(({ archivedAt, article, ...entry }) => ({ ...entry, articleKey: null, articleSlug: article?.slug ?? null, isArchived: archivedAt !== null })),
  }));
}
