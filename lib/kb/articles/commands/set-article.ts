import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import type { SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { lockArticle } from "@/lib/kb/articles/record";
import type { ArticleSettingsInput } from "@/lib/kb/articles/schema";
import { nextReview, settingsKey } from "@/lib/kb/articles/states";
import type { ArticleSettings } from "@/lib/kb/articles/types";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { indexArticle } from "@/lib/kb/search-index";
import { ok, refuse, type Result } from "@/lib/result";
import { dayAt, fromDay } from "@/lib/time/days";
import { toInstant } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "ARTICLE_NOT_FOUND" | "ARTICLE_CATEGORY_GONE" | "ARTICLE_SETTINGS_CHANGED" | "ARTICLE_SLUG_TAKEN" | "ARTICLE_SLUG_FIXED" | "ARTICLE_RELATED_GONE";
type Answer = Result<SavedArticle, Refusals>;

/** Where it stands, whom it is for, when it is looked at again: at once, without a version. Not over what somebody changed meanwhile. */
export async function setArticle({ db, actor, now }: Context<StaffActor>, { articleId, seen, ...after }: ArticleSettingsInput): Promise<Answer> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const article = await lockArticle(tx, articleId);
      if (!article) return refuse("ARTICLE_NOT_FOUND");
      const chosen = await tx.articleRelated.findMany({ where: { articleId }, orderBy: { position: "asc" }, select: { related: { select: { slug: true } } } });
      const { categoryId, audience, isPinned, reviewMonths, slug } = article;
      const before: ArticleSettings = { categoryId, audience, isPinned, reviewMonths, slug, related: chosen.map(({ related }) => related.slug) };
      if (settingsKey(before) === settingsKey(after)) return ok({ articleId, slug });
      if (settingsKey(before) !== seen) return refuse("ARTICLE_SETTINGS_CHANGED", { seen: settingsKey(before), theirs: before });
      if (after.slug !== slug && article.publishedAt !== null) return refuse("ARTICLE_SLUG_FIXED");
      if (after.slug !== slug && after.slug === "new") return refuse("ARTICLE_SLUG_TAKEN");
      if (!(await tx.kbCategory.findUnique({ where: { id: after.categoryId }, select: { id: true } }))) return refuse("ARTICLE_CATEGORY_GONE");
      const related = await tx.article.findMany({ where: { slug: { in: after.related }, id: { not: articleId } }, select: { id: true, slug: true } });
      if (related.length !== after.related.length) return refuse("ARTICLE_RELATED_GONE");
      const { related: _, ...data } = after;
      const review = article.publishedAt && after.reviewMonths !== reviewMonths ? nextReview(dayAt(toInstant(article.publishedAt), DESK_TIME_ZONE), after.reviewMonths) : undefined;
      await tx.article.update({ where: { id: articleId }, data: { ...data, ...(review === undefined ? {} : { reviewOn: review && fromDay(review) }) }, select: { id: true } });
      await tx.articleRelated.deleteMany({ where: { articleId } });
      await tx.articleRelated.createMany({ data: after.related.map((each, position) => ({ articleId, relatedId: related.find((row) => row.slug === each)!.id, position })) });
      await recordKbEvent(tx, { subjectId: articleId, type: "article.settings-changed", data: { before, after }, actor, at: now });
      await indexArticle(tx, { id: articleId, now });
      return ok({ articleId, slug: after.slug });
    });
  } catch (error) {
    if (isUniqueError(error)) return refuse("ARTICLE_SLUG_TAKEN");
    throw error;
  }
}
