import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { canWriteKnowledge } from "@/lib/kb/policy";
import { dateOfDay } from "@/lib/kb/search-record";
import { toInstant } from "@/lib/time/instants";

export const WAITING = ["review", "overdue", "disliked", "draft", "planned"] as const;
export type Waiting = (typeof WAITING)[number];

export type WaitingArticle = { slug: string; title: string; category: string; updatedAt: Temporal.Instant; publishAt: Temporal.Instant | null; /** ISO day. */ reviewOn: string | null; yes: number; no: number };
export type WaitingList = { kind: Waiting; count: number; articles: WaitingArticle[] };

const SHOWN = 5;

/** What waits for the authors: how many of each kind, and the ones that have waited longest. */
export async function listWaiting({ db, actor, now }: Context<StaffActor>): Promise<WaitingList[]> {
  if (!canWriteKnowledge(actor)) return [];
  const ids = await dislikedIds(db);
  const conditions: Record<Waiting, Prisma.ArticleFindManyArgs> = {
    draft: { where: { status: "draft", publishAt: null }, orderBy: [{ updatedAt: "asc" }, { id: "asc" }] },
    review: { where: { status: "review" }, orderBy: [{ updatedAt: "asc" }, { id: "asc" }] },
    planned: { where: { publishAt: { not: null }, archivedAt: null }, orderBy: [{ publishAt: "asc" }, { id: "asc" }] },
    overdue: { where: { status: "published", reviewOn: { lte: dateOfDay(now.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate()) } }, orderBy: [{ reviewOn: "asc" }, { id: "asc" }] },
    disliked: { where: { id: { in: ids } }, orderBy: [{ helpfulNo: "desc" }, { id: "asc" }] },
  };
  return Promise.all(
    WAITING.map(async (kind): Promise<WaitingList> => {
      const { where = {}, orderBy } = conditions[kind];
      const [count, rows] = await Promise.all([
        db.article.count({ where }),
        db.article.findMany({ where, ...(orderBy ? { orderBy } : {}), take: SHOWN, select: { slug: true, title: true, updatedAt: true, publishAt: true, reviewOn: true, helpfulYes: true, helpfulNo: true, category: { select: { name: true } } } }),
      ]);
      return { kind, count, articles: rows.map(viewOf) };
    }),
  );
}

type Row = { slug: string; title: string; updatedAt: Date; publishAt: Date | null; reviewOn: Date | null; helpfulYes: number; helpfulNo: number; category: { name: string } };

function viewOf({ category, updatedAt, publishAt, reviewOn, helpfulYes: yes, helpfulNo: no, ...row }: Row): WaitingArticle {
  return { ...row, category: category.name, updatedAt: toInstant(updatedAt), publishAt: publishAt && toInstant(publishAt), reviewOn: reviewOn && reviewOn.toISOString().slice(0, 10), yes, no };
}

/** A single voice says little. */
const FEWEST_VOTES = 3;

/** Two columns against each other, which the client cannot say. */
async function dislikedIds(db: Context["db"]): Promise<string[]> {
  const rows = await db.$queryRaw<Array<{ id: string }>>`
    SELECT a.id FROM article a WHERE a.status = 'published' AND a.helpful_no > a.helpful_yes AND a.helpful_yes + a.helpful_no >= ${FEWEST_VOTES} ORDER BY a.helpful_no DESC LIMIT 500`;
  return rows.map(({ id }) => id);
}
