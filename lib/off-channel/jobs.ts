import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { toDate } from "@/lib/time/instants";

/** Nobody sees them from the instant on at which they lapse; this takes them away. */
export const forgetNotedJob = defineJob({
  name: "off-channel.forget-noted",
  payload: z.object({}),
  cron: "12 * * * *",
  async run({ db, now }) {
    await db.offChannelNote.deleteMany({ where: { expiresAt: { lte: toDate(now) } } });
  },
});
