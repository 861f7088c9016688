import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { LINK_DUPLICATES, linkDuplicates, listUnscanned } from "./link-duplicates";

/** Sent with each new ticket. */
export const linkDuplicatesJob = defineJob({
  name: LINK_DUPLICATES,
  payload: z.strictObject({ ticketId: z.uuid() }),
  run: (ctx, { ticketId }) => linkDuplicates(ctx, ticketId),
});

/** So few at a time that nobody at the desk notices; it does nothing once every live ticket was compared. */
const BATCH = 25;

export const linkRestJob = defineJob({
  name: "duplicates.link-rest",
  payload: z.object({}),
  cron: "*/3 * * * *",
  async run(ctx) {
    const ids = await listUnscanned(ctx, BATCH);
    // A job each: one ticket that cannot be compared must not keep the others from it.
    await ctx.db.$transaction(async (tx) => {
      for (const ticketId of ids) await enqueue(tx, LINK_DUPLICATES, { ticketId });
    });
  },
});
