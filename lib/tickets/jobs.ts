import "server-only";
import { z } from "zod";
import { forgetOldDrafts } from "@/lib/drafts/sent";
import { defineJob } from "@/lib/jobs/definitions";
import { RECORD_BREACH, recordBreach } from "@/lib/sla/targets";
import { applyMove } from "@/lib/tickets/commands/change-status";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

/** Sent when a promise starts, for the instant at which it would break; does nothing when it was kept, paused or moved. */
export const recordBreachJob = defineJob({
  name: RECORD_BREACH,
  payload: z.strictObject({ targetId: z.uuid() }),
  async run({ db, actor, now }, { targetId }) {
    await db.$transaction(async (tx) => {
      const breached = await recordBreach(tx, { targetId, at: now });
      if (!breached) return;
      await recordTicketEvent(tx, { ticketId: breached.ticketId, type: "sla.breached", data: { kind: breached.kind }, actor, at: now });
    });
  },
});

/** A solved ticket that nobody reopens closes by itself. */
export const CLOSE_AFTER_DAYS = 14;
const BATCH = 200;

export const closeSolvedJob = defineJob({
  name: "tickets.close-solved",
  payload: z.object({}),
  cron: "*/15 * * * *",
  async run({ db, actor, now }) {
    const until = toDate(now.subtract({ hours: CLOSE_AFTER_DAYS * 24 }));
    const due = await db.ticket.findMany({ where: { status: "solved", solvedAt: { lt: until } }, orderBy: { solvedAt: "asc" }, take: BATCH, select: { id: true } });
    for (const { id } of due) {
      await db.$transaction(async (tx) => {
        const ticket = await lockVisibleTicket(tx, actor, id);
        // Somebody may have reopened it since the list was read.
        if (ticket?.status === "solved") await applyMove(tx, { ticket, move: "close", actor, now });
      });
    }
  },
});

/** Drafts that nobody came back to. */
export const forgetDraftsJob = defineJob({
  name: "tickets.forget-drafts",
  payload: z.object({}),
  cron: "20 4 * * *",
  async run({ db, now }) {
    const before = toDate(now.subtract({ hours: 90 * 24 }));
    await forgetOldDrafts(db, { before });
    // What was shown beside forms that were never sent.
    await db.ticketArticle.deleteMany({ where: { ticketId: null, shownAt: { lt: before } } });
    // The same text, kept with what was opened while writing it; what was decided stays.
    await db.duplicateDecision.updateMany({ where: { body: { not: null }, decidedAt: { lt: before } }, data: { body: null } });
  },
});
