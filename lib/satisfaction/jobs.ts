import "server-only";
import { z } from "zod";
import { readRoutines } from "@/lib/automation/settings";
import { defineJob } from "@/lib/jobs/definitions";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

/** The day after: by then one knows whether it holds. What was solved longer ago is not asked about any more. */
const ASKED_AFTER_HOURS = 24;
const ASKED_UNTIL_HOURS = 24 * 7;
const BATCH = 200;

/** Asks the requester of each solved ticket, once, how it was attended. */
export const askSatisfactionJob = defineJob({
  name: "satisfaction.ask",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run({ db, actor, now }) {
    if (!(await readRoutines(db)).asksSatisfaction) return;
    const due = await db.ticket.findMany({
      where: {
        status: { in: ["solved", "closed"] },
        mergedIntoId: null,
        solvedAt: { lte: toDate(now.subtract({ hours: ASKED_AFTER_HOURS })), gt: toDate(now.subtract({ hours: ASKED_UNTIL_HOURS })) },
        rating: null,
        events: { none: { type: "satisfaction.asked" } },
      },
      orderBy: { solvedAt: "asc" },
      take: BATCH,
      select: { id: true },
    });
    for (const { id } of due) {
      await db.$transaction(async (tx) => {
        const ticket = await lockVisibleTicket(tx, actor, id);
        if (!ticket || (ticket.status !== "solved" && ticket.status !== "closed")) return;
        if ((await tx.ticketEvent.count({ where: { ticketId: id, type: "satisfaction.asked" } })) > 0) return;
        await recordTicketEvent(tx, { ticketId: id, type: "satisfaction.asked", data: {}, actor, at: now });
      });
    }
  },
});
