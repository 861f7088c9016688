import "server-only";
import type { Db } from "@/lib/db/client";
import { dateOfDay } from "@/lib/kb/search-record";
import { viewDay } from "@/lib/kb/views";

/** Today (UTC) and the days before it. */
const RECENT_DAYS = 30;

/** Sets every article's `recentViews` to its readers of the last 30 days, by what was counted each day. One counted at the same instant may be missed until the next call. */
export async function countRecentViews({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  const since = dateOfDay(viewDay(now).subtract({ days: RECENT_DAYS - 1 }));
  await db.$executeRaw`
    WITH late AS (SELECT article_id, sum(views)::int AS views FROM article_day WHERE day >= ${since}::date GROUP BY article_id)
    UPDATE article SET recent_views = counted.views
    FROM (SELECT a.id, COALESCE(late.views, 0) AS views FROM article a LEFT JOIN late ON late.article_id = a.id) AS counted
    WHERE counted.id = article.id AND article.recent_views <> counted.views`;
}
