import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { rotateSealed } from "@/lib/secrets/rotation";
import { endExpired } from "@/lib/secrets/sealed-values";
import { toDate } from "@/lib/time/instants";

/** Sealed values whose days are over; and those of drafts that nobody came back to for as long as drafts are kept. */
const HELD_DAYS = 90;

export const endSealedJob = defineJob({
  name: "secrets.end-sealed",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run({ db, now }) {
    await endExpired(db, { at: now });
    await db.heldSecret.deleteMany({ where: { updatedAt: { lt: toDate(now.subtract({ hours: HELD_DAYS * 24 })) } } });
  },
});

/** What a change of APP_SECRET left under the former one, should nobody have called `npm run secrets:rotate`. */
export const rotateSealedJob = defineJob({
  name: "secrets.rotate",
  payload: z.object({}),
  cron: "50 4 * * *",
  async run({ db }) {
    await rotateSealed(db);
  },
});
