import "server-only";
import type { Vote } from "@/lib/kb/schema";
import { audiencesOfReader, type KnowledgeReader } from "@/lib/kb/reader";
import { readableArticles } from "@/lib/kb/visibility";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/**
 * Keeps whether an article was of use to somebody: one vote a person, the last one counts. A no that comes again without a reason keeps the
 * reason that it had. `voter` as lib/kb/views.ts makes it.
 */
export async function castVote(reader: KnowledgeReader, { slug, voter, isHelpful, reason, comment }: Omit<Vote, "area"> & { voter: string }): Promise<Result<{ isNew: boolean }, "NOT_FOUND">> {
  const { db, now } = reader;
  return db.$transaction(async (tx) => {
    const article = await tx.article.findFirst({ where: { ...readableArticles(audiencesOfReader(reader)), slug }, select: { id: true } });
    if (!article) return refuse("NOT_FOUND");
    // One after another an article: the counts beside it are the sum of its votes.
    await tx.$queryRaw`SELECT id FROM article WHERE id = ${article.id}::uuid FOR NO KEY UPDATE`;
    const key = { articleId_voter: { articleId: article.id, voter } };
    const before = await tx.articleVote.findUnique({ where: key, select: { isHelpful: true } });
    const votedAt = toDate(now);
    const said = isHelpful || reason !== undefined || comment !== "" ? { reason: reason ?? null, comment } : {};
    await tx.articleVote.upsert({
      where: key,
      create: { articleId: article.id, voter, isHelpful, reason: reason ?? null, comment, votedAt },
      update: { isHelpful, votedAt, ...said },
      select: { articleId: true },
    });
    if (before?.isHelpful !== isHelpful) {
      const taken = before ? { [before.isHelpful ? "helpfulYes" : "helpfulNo"]: { decrement: 1 } } : {};
      await tx.article.update({ where: { id: article.id }, data: { [isHelpful ? "helpfulYes" : "helpfulNo"]: { increment: 1 }, ...taken }, select: { id: true } });
    }
    return ok({ isNew: before === null });
  });
}
