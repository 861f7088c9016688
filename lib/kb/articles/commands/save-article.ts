import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName } from "@/lib/auth/shown-name";
import type { Tx } from "@/lib/db/client";
import { forgetSentDraft } from "@/lib/drafts/sent";
import type { SavedArticle } from "@/lib/kb/articles/commands/create-article";
import { checkPictures, lockArticle, readVersion, writeVersion, type LockedArticle } from "@/lib/kb/articles/record";
import type { RestoreVersionInput, SaveArticleInput } from "@/lib/kb/articles/schema";
import { isSameText } from "@/lib/kb/articles/states";
import { slotOfArticle } from "@/lib/kb/articles/typed";
import type { ArticleText, VersionView } from "@/lib/kb/articles/types";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { recordKbEvent } from "@/lib/kb/record-event";
import { ok, refuse, type Result } from "@/lib/result";
import { toInstant } from "@/lib/time/instants";

/** What somebody else saved meanwhile, and the version to save after. */
export type ArticleConflict = { version: number; theirs: VersionView };
type Refusals = "FORBIDDEN" | "ARTICLE_NOT_FOUND" | "ARTICLE_ARCHIVED" | "ARTICLE_CHANGED" | "PICTURES_GONE";

/** A new version after the one that the author read, and after no other. What is the same already makes none. */
export async function saveArticle({ db, actor, now }: Context<StaffActor>, { articleId, head, note, draft, ...text }: SaveArticleInput): Promise<Result<SavedArticle, Refusals>> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<SavedArticle, Refusals>> => {
    const article = await lockArticle(tx, articleId);
    if (!article) return refuse("ARTICLE_NOT_FOUND");
    if (article.status === "archived") return refuse("ARTICLE_ARCHIVED");
    const newest = await newestOf(tx, article);
    const saved = { articleId, slug: article.slug };
    const forget = () => forgetSentDraft(tx, { userId: actor.userId, slot: slotOfArticle(articleId), versions: draft });
    if (isSameText(newest, text)) {
      await forget();
      return ok(saved);
    }
    if (article.headVersion !== head) return refuse("ARTICLE_CHANGED", { version: article.headVersion, theirs: newest } satisfies ArticleConflict);
    const pictures = await checkPictures(tx, actor, text.body);
    if (!pictures.ok) return pictures;
    const version = await writeVersion(tx, article, { text, note, pictures: pictures.data, actor, at: now });
    await recordKbEvent(tx, { subjectId: articleId, type: "article.saved", data: { version, note }, actor, at: now });
    await forget();
    return ok(saved);
  });
}

/** The text of an earlier version, as a new one; what was written since stays in the list. */
export async function restoreVersion({ db, actor, now }: Context<StaffActor>, { articleId, head, version: from }: RestoreVersionInput): Promise<Result<SavedArticle, Refusals | "ARTICLE_VERSION_GONE">> {
  if (!canWriteKnowledge(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<SavedArticle, Refusals | "ARTICLE_VERSION_GONE">> => {
    const article = await lockArticle(tx, articleId);
    if (!article) return refuse("ARTICLE_NOT_FOUND");
    if (article.status === "archived") return refuse("ARTICLE_ARCHIVED");
    const old = await readVersion(tx, articleId, from);
    if (!old) return refuse("ARTICLE_VERSION_GONE");
    const { title, summary, body, tags } = old;
    const text: ArticleText = { title, summary, body, tags };
    const newest = await newestOf(tx, article);
    const saved = { articleId, slug: article.slug };
    if (isSameText(newest, text)) return ok(saved);
    if (article.headVersion !== head) return refuse("ARTICLE_CHANGED", { version: article.headVersion, theirs: newest } satisfies ArticleConflict);
    // Its pictures were let through when it was saved: an old text comes back as it was.
    const version = await writeVersion(tx, article, { text, note: "", pictures: { toClaim: [], of: actor.userId }, actor, at: now });
    await recordKbEvent(tx, { subjectId: articleId, type: "article.restored", data: { version, from }, actor, at: now });
    return ok(saved);
  });
}

async function newestOf(tx: Tx, { id, headVersion }: LockedArticle): Promise<VersionView> {
  const row = await readVersion(tx, id, headVersion);
  if (!row) throw new Error(`Article ${id} has no version ${headVersion}.`);
  const { author, at, ...text } = row;
  return { ...text, number: headVersion, author: author && shownName(author), at: toInstant(at).toString() };
}
