import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { KEPT_HOURS } from "@/lib/realtime/resume";
import { toDate } from "@/lib/time/instants";

/** What every stream has taken in, and who left without a word. */
export const forgetStreamEventsJob = defineJob({
  name: "realtime.forget",
  payload: z.object({}),
  cron: "17 * * * *",
  async run({ db, now }) {
    await db.$executeRaw`DELETE FROM stream_event WHERE at < clock_timestamp() - make_interval(hours => ${KEPT_HOURS})`;
    await db.presence.deleteMany({ where: { seenAt: { lt: toDate(now.subtract({ hours: 1 })) } } });
  },
});
