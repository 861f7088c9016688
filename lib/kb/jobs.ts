import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { dateOfDay, lastForgottenDay, oldestOpenHour } from "@/lib/kb/search-record";
import { viewDay } from "@/lib/kb/views";
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
