import "server-only";
import { discardArticleFile, filesOfArticle, orderFilesOfArticle } from "@/lib/attachments/article-files";
import { checkUploads, claimUploads, type ClaimRefusal } from "@/lib/attachments/claims";
import { FILES_MAX } from "@/lib/attachments/limits";
import type { ArticleFileInput, AttachToArticleInput, MoveArticleFileInput } from "@/lib/attachments/schema";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { steppedBy } from "@/lib/order";
import { ok, refuse, type Result } from "@/lib/result";
import { findSecretsInUploads } from "@/lib/tickets/review-files";

/** What changed, for whoever shows it. */
export type ChangedArticle = { articleId: string; slug: string };
type Refusals = "FORBIDDEN" | "ARTICLE_NOT_FOUND";

/** The desk's uploads become an article's, after those that it has: everybody's to see while it is published, the desk's otherwise. */
export async function attachToArticle(ctx: Context<StaffActor>, { articleId, attachments, filesKept }: AttachToArticleInput): Promise<Result<ChangedArticle, Refusals | ClaimRefusal | "ARTICLE_FILES_MISSING" | "ARTICLE_FILES_TOO_MANY" | "SECRETS_NOT_REVIEWED">> {
  // Everybody may read them: they are looked through like what is sent to a customer.
  const files = ctx.actor.kind === "staff" ? await findSecretsInUploads(ctx, { ids: attachments, told: filesKept }) : [];
  if (files.length > 0) return refuse("SECRETS_NOT_REVIEWED", { findings: [], files });
  return withArticle(ctx, articleId, async (tx, article) => {
    if (!attachments || attachments.length === 0) return refuse("ARTICLE_FILES_MISSING");
    const uploads = await checkUploads(tx, ctx.actor, attachments);
    if (!uploads.ok) return uploads;
    const there = await filesOfArticle(tx, articleId);
    if (there.length + uploads.data.ids.length > FILES_MAX) return refuse("ARTICLE_FILES_TOO_MANY", { count: there.length, max: FILES_MAX });
    await orderFilesOfArticle(tx, articleId, there);
    await claimUploads(tx, uploads.data, { articleId }, ctx.now, there.length);
    return ok(article);
  });
}

/** For good: nothing else leads to it. */
export function removeFromArticle(ctx: Context<StaffActor>, { articleId, fileId }: ArticleFileInput): Promise<Result<ChangedArticle, Refusals | "ARTICLE_FILE_GONE">> {
  return withArticle(ctx, articleId, async (tx, article) => ((await discardArticleFile(tx, { articleId, fileId }, ctx.now)) ? ok(article) : refuse("ARTICLE_FILE_GONE")));
}

/** One place up or down; the first stays the first. */
export function moveArticleFile(ctx: Context<StaffActor>, { articleId, fileId, move }: MoveArticleFileInput): Promise<Result<ChangedArticle, Refusals | "ARTICLE_FILE_GONE">> {
  return withArticle(ctx, articleId, async (tx, article) => {
    const ids = await filesOfArticle(tx, articleId);
    if (!ids.includes(fileId)) return refuse("ARTICLE_FILE_GONE");
    await orderFilesOfArticle(tx, articleId, steppedBy(ids, fileId, move));
    return ok(article);
  });
}

/** Whoever changes an article's files holds the article: two who do so at once do it one after the other. */
function withArticle<T, E extends string>({ db, actor }: Context<StaffActor>, articleId: string, change: (tx: Tx, article: ChangedArticle) => Promise<Result<T, E>>): Promise<Result<T, E | Refusals>> {
  return db.$transaction(async (tx): Promise<Result<T, E | Refusals>> => {
    if (actor.kind !== "staff") return refuse("FORBIDDEN");
    const [article] = await tx.$queryRaw<{ slug: string }[]>`SELECT slug FROM article WHERE id = ${articleId}::uuid FOR NO KEY UPDATE`;
    return article ? change(tx, { articleId, slug: article.slug }) : refuse("ARTICLE_NOT_FOUND");
  });
}
