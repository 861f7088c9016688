import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { dateOfDay, lastForgottenDay, oldestOpenHour } from "@/lib/kb/search-record";
import { viewDay } from "@/lib/kb/views";

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
