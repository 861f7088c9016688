import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { toDate } from "@/lib/time/instants";

/** As long as it is remembered which devices somebody uses. */
const REMEMBERED_DAYS = 90;

/** Sessions that nobody uses any more: their tokens are past their time since long. */
export const forgetSessionsJob = defineJob({
  name: "auth.forget-sessions",
  payload: z.object({}),
  cron: "35 4 * * *",
  async run({ db, now }) {
    await db.userSession.deleteMany({ where: { lastSeenAt: { lt: toDate(now.subtract({ hours: REMEMBERED_DAYS * 24 })) } } });
  },
});

/** Counters of tries whose time is over. */
export const forgetTriesJob = defineJob({
  name: "auth.forget-tries",
  payload: z.object({}),
  cron: "20 * * * *",
  async run({ db, now }) {
    await db.rateLimit.deleteMany({ where: { expire: { lt: toDate(now) } } });
  },
});
