import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import type { Prisma } from "@/lib/db/generated/client";
import { draftDataSchema } from "@/lib/drafts/schema";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { dayAt, fromDay } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";
import { ARTICLE_SLOTS, isUnsaved, oneLine, slotOfArticle } from "./typed";
import type { ArticleRow, ArticleStatus, DeskArticle, VersionView } from "./types";

export type ArticleFilter = { text: string; state: ArticleStatus | "planned" | "due" | "ahead" | null; category: string | null; after: { title: string; id: string } | null };

const ROWS = 50;

/** The desk's articles by title, a page at a time. */
export async function listDeskArticles({ db, actor, now }: Context<StaffActor>, filter: ArticleFilter): Promise<{ rows: ArticleRow[]; next: { title: string; id: string } | null }> {
  if (!canWriteKnowledge(actor)) return { rows: [], next: null };
  const today = fromDay(dayAt(now, DESK_TIME_ZONE));
  const { text, after, category } = filter;
  const rows = await db.article.findMany({
    where: {
      AND: [
        stateWhere(filter.state, today, db),
        category ? { categoryId: category } : {},
        text === "" ? {} : { title: { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } },
        after ? { OR: [{ title: { gt: after.title } }, { title: after.title, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: ROWS + 1,
    select: { id: true, slug: true, title: true, status: true, effectiveAudience: true, headVersion: true, liveVersion: true, publishAt: true, reviewOn: true, updatedAt: true, category: { select: { name: true } } },
  });
  const shown = rows.slice(0, ROWS);
  const last = rows.length > ROWS ? shown.at(-1) : undefined;
  return {
    rows: shown.map(({ effectiveAudience, headVersion, liveVersion, publishAt, reviewOn, updatedAt, category: { name }, ...row }) => ({
      ...row,
      category: name,
      audience: effectiveAudience,
      isAhead: liveVersion !== null && headVersion > liveVersion,
      isReviewDue: row.status === "published" && reviewOn !== null && reviewOn <= today,
      publishAt: publishAt && toInstant(publishAt).toString(),
      updatedAt: toInstant(updatedAt).toString(),
    })),
    next: last ? { title: last.title, id: last.id } : null,
  };
}

function stateWhere(state: ArticleFilter["state"], today: Date, db: Context["db"]): Prisma.ArticleWhereInput {
  if (state === null) return {};
  if (state === "planned") return { publishAt: { not: null } };
  if (state === "due") return { status: "published", reviewOn: { lte: today } };
  if (state === "ahead") return { liveVersion: { not: null, lt: db.article.fields.headVersion } };
  return { status: state };
}

/** Null when there is none. */
export async function findDeskArticle({ db, actor }: Context<StaffActor>, slug: string): Promise<DeskArticle | null> {
  if (!canWriteKnowledge(actor)) return null;
  const row = await db.article.findUnique({
    where: { slug },
    select: {
      id: true, slug: true, status: true, headVersion: true, liveVersion: true, publishAt: true, publishedAt: true, reviewOn: true, effectiveAudience: true,
      categoryId: true, audience: true, isPinned: true, reviewMonths: true,
      category: { select: { name: true } },
      related: { orderBy: { position: "asc" }, select: { related: { select: { slug: true } } } },
      sources: { orderBy: { at: "asc" }, select: { ticket: { select: { reference: true } } } },
    },
  });
  if (!row) return null;
  const head = await findArticleVersion({ db, actor }, { articleId: row.id, number: row.headVersion });
  if (!head) throw new Error(`Article ${slug} has no version ${row.headVersion}.`);
  const events = await db.kbEvent.findMany({ where: { subjectId: row.id }, orderBy: { id: "desc" }, take: 30, select: { type: true, data: true, at: true, actor: { select: shownNameSelect } } });
  const { categoryId, audience, isPinned, reviewMonths, category, related, sources, publishAt, publishedAt, reviewOn, ...article } = row;
  return {
    ...article,
    head,
    category: category.name,
    publishAt: publishAt && toInstant(publishAt).toString(),
    publishedAt: publishedAt && toInstant(publishedAt).toString(),
    reviewOn: reviewOn && reviewOn.toISOString().slice(0, 10),
    settings: { categoryId, audience, isPinned, reviewMonths, slug, related: related.map((each) => each.related.slug) },
    sources: sources.map(({ ticket }) => ticket.reference),
    history: events.map(({ type, data, at, actor: by }) => ({ type, actor: by && shownName(by), at: toInstant(at).toString(), note: noteIn(data) })),
  };
}

/** The articles that were written from a ticket. */
export async function listArticlesOfTicket({ db, actor }: Context<StaffActor>, ticketId: string): Promise<{ slug: string; title: string }[]> {
  if (!canWriteKnowledge(actor)) return [];
  const rows = await db.articleSource.findMany({ where: { ticketId }, orderBy: { at: "asc" }, select: { article: { select: { slug: true, title: true } } } });
  return rows.map(({ article }) => article);
}

/** `slug` is null for one that was never saved. */
export type UnsavedArticle = { slug: string | null; title: string; savedAt: string };

const UNSAVED = 20;

/** What this person left unsaved, the newest first. */
export async function listUnsavedArticles({ db, actor }: Context<StaffActor>): Promise<UnsavedArticle[]> {
  if (!canWriteKnowledge(actor)) return [];
  const drafts = await db.ticketDraft.findMany({ where: { userId: actor.userId, slot: { startsWith: ARTICLE_SLOTS } }, orderBy: { updatedAt: "desc" }, take: UNSAVED, select: { slot: true, data: true, updatedAt: true } });
  const ids = drafts.map(({ slot }) => slot.slice(ARTICLE_SLOTS.length)).filter((id) => id !== "new");
  const rows = ids.length === 0 ? [] : await db.article.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, headVersion: true, versions: { orderBy: { number: "desc" }, take: 1, select: { title: true, summary: true, body: true, tags: true } } } });
  return drafts.flatMap(({ slot, data, updatedAt }): UnsavedArticle[] => {
    const parsed = draftDataSchema.safeParse(data);
    const article = rows.find(({ id }) => slot === slotOfArticle(id));
    const newest = article?.versions[0];
    if (!parsed.success || (slot !== slotOfArticle(null) && !newest) || (newest && !isUnsaved(parsed.data, newest))) return [];
    return [{ slug: article?.slug ?? null, title: oneLine(parsed.data.title ?? ""), savedAt: toInstant(updatedAt).toString() }];
  });
}

function noteIn(data: Prisma.JsonValue): string {
  const note = typeof data === "object" && data !== null && "note" in data ? data.note : "";
  return typeof note === "string" ? note : "";
}

export type VersionRow = Omit<VersionView, "title" | "summary" | "body" | "tags">;

const VERSIONS = 200;

/** Newest first; as many as a page shows. */
export async function listArticleVersions({ db, actor }: Context<StaffActor>, articleId: string): Promise<VersionRow[]> {
  if (!canWriteKnowledge(actor)) return [];
  const rows = await db.articleVersion.findMany({ where: { articleId }, orderBy: { number: "desc" }, take: VERSIONS, select: { number: true, note: true, at: true, author: { select: shownNameSelect } } });
  return rows.map(({ author, at, ...row }) => ({ ...row, author: author && shownName(author), at: toInstant(at).toString() }));
}

export async function findArticleVersion({ db, actor }: Pick<Context<StaffActor>, "db" | "actor">, { articleId, number }: { articleId: string; number: number }): Promise<VersionView | null> {
  if (!canWriteKnowledge(actor) || number > 2_147_483_647) return null;
  const row = await db.articleVersion.findUnique({ where: { articleId_number: { articleId, number } }, select: { number: true, title: true, summary: true, body: true, tags: true, note: true, at: true, author: { select: shownNameSelect } } });
  return row && { ...row, author: row.author && shownName(row.author), at: toInstant(row.at).toString() };
}
