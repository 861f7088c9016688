import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { VoteReason } from "@/lib/db/generated/enums";
import { toInstant } from "@/lib/time/instants";

/** What readers said of an article. `yes` and `no` with those from before the desk counted people. Comments: the last ones first. */
export type ArticleOpinion = { yes: number; no: number; reasons: Array<{ reason: VoteReason; count: number }>; comments: Array<{ reason: VoteReason | null; comment: string; at: Temporal.Instant }> };

const MOST_COMMENTS = 20;

/** For the authors; null when there is no such article. */
export async function findArticleOpinion({ db }: Context<StaffActor>, slug: string): Promise<ArticleOpinion | null> {
  const article = await db.article.findUnique({
    where: { slug },
    select: { id: true, helpfulYes: true, helpfulNo: true, votes: { where: { comment: { not: "" } }, orderBy: { votedAt: "desc" }, take: MOST_COMMENTS, select: { reason: true, comment: true, votedAt: true } } },
  });
  if (!article) return null;
  const counted = await db.articleVote.groupBy({ by: ["reason"], where: { articleId: article.id, reason: { not: null } }, _count: true, orderBy: { _count: { reason: "desc" } } });
  return {
    yes: article.helpfulYes,
    no: article.helpfulNo,
    reasons: counted.flatMap(({ reason, _count }) => (reason ? [{ reason, count: _count }] : [])),
    comments: article.votes.map(({ reason, comment, votedAt }) => ({ reason, comment, at: toInstant(votedAt) })),
  };
}
