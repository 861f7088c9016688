import "server-only";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import { viewDay } from "@/lib/kb/views";
import { readableArticles } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";

/** Counts a reader of an article, once a day, for all time and for the day. `visitorHash` as lib/kb/views.ts makes it. */
export async function countArticleView(
  reader: KnowledgeReader,
  { slug, visitorHash }: { slug: string; visitorHash: string },
): Promise<Result<{ isCounted: boolean }, "NOT_FOUND">> {
  const { db, now } = reader;
  return db.$transaction(async (tx) => {
    const article = await tx.article.findFirst({ where: { ...readableArticles(audiencesOfReader(reader)), slug }, select: { id: true } });
    if (!article) return refuse("NOT_FOUND");
    const viewedOn = new Date(`${viewDay(now).toString()}T00:00:00Z`);
    // ON CONFLICT DO NOTHING: of two at once, one inserts.
    const { count } = await tx.articleView.createMany({ data: [{ articleId: article.id, visitorHash, viewedOn }], skipDuplicates: true });
    if (count > 0) {
      await tx.article.update({ where: { id: article.id }, data: { viewCount: { increment: 1 }, recentViews: { increment: 1 } }, select: { id: true } });
      // One statement: of two readers at once, neither is lost.
      await tx.$executeRaw`
        INSERT INTO article_day (article_id, day, views) VALUES (${article.id}::uuid, ${viewedOn}::date, 1)
        ON CONFLICT (article_id, day) DO UPDATE SET views = article_day.views + 1`;
    }
    return ok({ isCounted: count > 0 });
  });
}
