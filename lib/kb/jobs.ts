import "server-only";
import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { forgetKeptPages } from "@/lib/http/kept-pages";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { publishDue } from "@/lib/kb/articles/commands/move-article";
import { AUDIENCES, CUSTOMERS_READ, FOR_EVERYBODY } from "@/lib/kb/audience";
import { applyImport } from "@/lib/kb/import/commands/apply-batch";
import { APPLY_IMPORT } from "@/lib/kb/import/commands/start-import";
import { KEPT_PAGES } from "@/lib/kb/kept-pages";
import { countRecentViews } from "@/lib/kb/recent-views";
import { textsFor } from "@/lib/kb/readable-texts";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { dateOfDay, lastForgottenDay, oldestOpenHour } from "@/lib/kb/search-record";
import { viewDay } from "@/lib/kb/views";
import type { Collection } from "@/lib/search/live-index";
import { forgetRemoved } from "@/lib/search/reindexing";

/** Who read what is only needed until the day is over; the counts stay. */
export const forgetVisitorsJob = defineJob({
  name: "kb.forget-visitors",
  payload: z.object({}),
  cron: "40 4 * * *",
  async run({ db, now }) {
    const today = new Date(`${viewDay(now).toString()}T00:00:00Z`);
    await db.articleView.deleteMany({ where: { viewedOn: { lt: today } } });
  },
});

export const COUNT_RECENT_VIEWS = "kb.count-recent-views";

/** Drops the days that have grown old; sent also when the server starts, for the time it was not running. */
export const countRecentViewsJob = defineJob({
  name: COUNT_RECENT_VIEWS,
  payload: z.object({}),
  cron: "1 * * * *",
  run: countRecentViews,
});

/** What is for customers or for the desk alone has indexes of its own, as far as there is any. */
export async function followedTexts(db: Db): Promise<Collection[]> {
  const all = await Promise.all([FOR_EVERYBODY, CUSTOMERS_READ, AUDIENCES].map((audiences) => textsFor(db, audiences)));
  return [...new Set(all)];
}

export const REINDEX_KNOWLEDGE = "kb.reindex";

/** Sent when the server starts; sends itself again until every public text's row is of today's analysis. */
export const reindexKnowledgeJob = defineJob({
  name: REINDEX_KNOWLEDGE,
  payload: z.object({}),
  async run(ctx) {
    const { isMore } = await reindexKnowledge(ctx);
    if (isMore) await ctx.db.$transaction((tx) => enqueue(tx, REINDEX_KNOWLEDGE, {}));
  },
});

/** A process asks for news with every question, and by itself at every minute: after a day all have learnt of what was removed. */
export const forgetRemovedJob = defineJob({
  name: "search.forget-removed",
  payload: z.object({}),
  cron: "50 4 * * *",
  run: ({ db, now }) => forgetRemoved(db, now.subtract({ hours: 24 })),
});

/** Old searches go; of those that can be told nothing any more, the token does, so that no address in any log leads to one. */
export const forgetSearchesJob = defineJob({
  name: "kb.forget-searches",
  payload: z.object({}),
  cron: "50 4 * * *",
  async run({ db, now }) {
    await db.kbSearch.deleteMany({ where: { searchedOn: { lte: dateOfDay(lastForgottenDay(now)) } } });
    await db.kbSearch.updateMany({ where: { token: { not: null }, searchedOn: { lt: dateOfDay(oldestOpenHour(now).day) } }, data: { token: null } });
  },
});

/** Well within what a job may take. */
const APPLY_FOR_MS = 60_000;

/** Sent by whoever has an import done; sends itself again until all of it is. */
export const applyImportJob = defineJob({
  name: APPLY_IMPORT,
  payload: z.object({ importId: z.uuid() }),
  async run(ctx, { importId }) {
    const { isMore } = await applyImport(ctx, { importId, patienceMs: APPLY_FOR_MS });
    forgetKeptPages(KEPT_PAGES);
    if (isMore) await ctx.db.$transaction((tx) => enqueue(tx, APPLY_IMPORT, { importId }));
  },
});

/** What was planned becomes public in its minute, on every page; after a pause, all that was missed, each with its own instant. */
export const publishDueJob = defineJob({
  name: "kb.publish-due",
  payload: z.object({}),
  cron: "* * * * *",
  async run(ctx) {
    if ((await publishDue(ctx)) > 0) forgetKeptPages(KEPT_PAGES);
  },
});
