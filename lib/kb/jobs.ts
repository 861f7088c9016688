import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
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
