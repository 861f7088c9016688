import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { claimPictures } from "@/lib/attachments/pictures-in-text";
import { forgetSentDraft } from "@/lib/drafts/sent";
import { checkPictures } from "@/lib/kb/articles/record";
import type { CreateArticleInput } from "@/lib/kb/articles/schema";
import { slotOfArticle } from "@/lib/kb/articles/typed";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { freeSlug, slugOf } from "@/lib/kb/slug";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export type SavedArticle = { articleId: string; slug: string };
/** `ticketId`: the ticket that it is written from, which the caller has found visible; of each, one article. */
export type NewArticle = CreateArticleInput & { ticketId?: string };
type Answer = Result<SavedArticle, "FORBIDDEN" | "ARTICLE_CATEGORY_GONE" | "PICTURES_GONE">;

/** A draft with its first version. Its address is made of its title. Never published by itself. */
export async function createArticle({ db, actor, now }: Context<StaffActor>, { ticketId, categoryId, audience, note, draft, ...text }: NewArticle): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    const there = ticketId ? await findWrittenFrom(tx, ticketId) : null;
    if (there) return ok(there);
    const category = await tx.kbCategory.findUnique({ where: { id: categoryId }, select: { id: true } });
    if (!category) return refuse("ARTICLE_CATEGORY_GONE");
    const pictures = await checkPictures(tx, actor, text.body);
    if (!pictures.ok) return pictures;
    const slug = await takeSlug(tx, text.title);
    const settings = await tx.kbSettings.findFirst({ orderBy: { id: "desc" }, select: { reviewMonths: true } });
    const { id } = await tx.article.create({ data: { ...text, slug, categoryId, audience, status: "draft", reviewMonths: settings?.reviewMonths ?? null, updatedAt: toDate(now) }, select: { id: true } });
    await tx.articleVersion.create({ data: { ...text, articleId: id, number: 1, note, authorId: actor.userId, at: toDate(now) }, select: { number: true } });
    if (ticketId) await tx.articleSource.create({ data: { articleId: id, ticketId, authorId: actor.userId, at: toDate(now) }, select: { articleId: true } });
    await claimPictures(tx, pictures.data, { articleId: id, at: now });
    if (!ticketId) await forgetSentDraft(tx, { userId: actor.userId, slot: slotOfArticle(null), versions: draft });
    await recordKbEvent(tx, { subjectId: id, type: "article.created", data: { title: text.title, categoryId, audience, ticketId: ticketId ?? null }, actor, at: now });
    return ok({ articleId: id, slug });
  });
}

/** Who presses twice, or at the same time as somebody else, gets the draft that there is. */
async function findWrittenFrom(tx: Tx, ticketId: string): Promise<SavedArticle | null> {
  await tx.$queryRaw`SELECT id FROM ticket WHERE id = ${ticketId}::uuid FOR NO KEY UPDATE`;
  const source = await tx.articleSource.findFirst({ where: { ticketId }, orderBy: { at: "asc" }, select: { article: { select: { id: true, slug: true } } } });
  return source && { articleId: source.article.id, slug: source.article.slug };
}

/** One at a time: two of the same title get addresses of their own. "new" is a page of the desk. */
async function takeSlug(tx: Tx, title: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kb_article_slug'))`;
  const rows = await tx.article.findMany({ where: { slug: { startsWith: slugOf(title) } }, select: { slug: true } });
  return freeSlug(title, new Set(["new", ...rows.map(({ slug }) => slug)]));
}
