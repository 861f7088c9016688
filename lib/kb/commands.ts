import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import { viewDay } from "@/lib/kb/views";
import { publishedArticles } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";

/** Counts a reader of an article, once a day. `visitorHash` as lib/kb/views.ts makes it. */
export async function countArticleView(
  { db, now }: PublicContext,
  { slug, visitorHash }: { slug: string; visitorHash: string },
): Promise<Result<{ isCounted: boolean }, "NOT_FOUND">> {
  return db.$transaction(async (tx) => {
    const article = await tx.article.findFirst({ where: { ...publishedArticles, slug }, select: { id: true } });
    if (!article) return refuse("NOT_FOUND");
    const viewedOn = new Date(`${viewDay(now).toString()}T00:00:00Z`);
    // ON CONFLICT DO NOTHING: of two at once, one inserts.
    const { count } = await tx.articleView.createMany({ data: [{ articleId: article.id, visitorHash, viewedOn }], skipDuplicates: true });
    if (count > 0) await tx.article.update({ where: { id: article.id }, data: { viewCount: { increment: 1 } }, select: { id: true } });
    return ok({ isCounted: count > 0 });
  });
}
