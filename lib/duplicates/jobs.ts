import "server-only";
import { z } from "zod";
import { defineJob } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { LINK_DUPLICATES, linkDuplicates, listUnscanned } from "./link-duplicates";
import { reindexTickets } from "./reindex";

/** Sent with each new ticket. */
export const linkDuplicatesJob = defineJob({
  name: LINK_DUPLICATES,
  payload: z.strictObject({ ticketId: z.uuid() }),
  run: (ctx, { ticketId }) => linkDuplicates(ctx, ticketId),
});

/** So few at a time that nobody at the desk notices; it does nothing once every live ticket was compared. */
const BATCH = 25;

/** The index that every process follows while it runs. */
export { TICKETS as FOLLOWED_TICKETS } from "./collection";

export const REINDEX_TICKETS = "duplicates.reindex";

/** Sent when the server starts; sends itself again until every ticket's row is of today's analysis. */
export const reindexTicketsJob = defineJob({
  name: REINDEX_TICKETS,
  payload: z.object({}),
  async run(ctx) {
    const { isMore } = await reindexTickets(ctx);
    if (isMore) await ctx.db.$transaction((tx) => enqueue(tx, REINDEX_TICKETS, {}));
  },
});

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
