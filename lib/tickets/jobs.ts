import "server-only";
import { z } from "zod";
import { forgetOldDrafts } from "@/lib/drafts/sent";
import { defineJob } from "@/lib/jobs/definitions";
import { RECORD_BREACH, RECORD_WARNING, recordBreach, recordWarning } from "@/lib/sla/targets";
import { endSnooze, WAKE_SNOOZED } from "@/lib/tickets/commands/snooze-ticket";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import { toDate, toInstant } from "@/lib/time/instants";

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

/** Sent for the instant at which three quarters of the time have gone by; does nothing when the promise was kept, paused or moved. */
export const recordWarningJob = defineJob({
  name: RECORD_WARNING,
  payload: z.strictObject({ targetId: z.uuid() }),
  async run({ db, actor, now }, { targetId }) {
    await db.$transaction(async (tx) => {
      const warned = await recordWarning(tx, { targetId, at: now });
      if (!warned) return;
      await recordTicketEvent(tx, { ticketId: warned.ticketId, type: "sla.warned", data: { kind: warned.kind }, actor, at: now });
    });
  },
});

/** Sent when a ticket is put off, for the instant until which; does nothing when it was brought back or put off anew meanwhile. */
export const wakeSnoozedJob = defineJob({
  name: WAKE_SNOOZED,
  payload: z.strictObject({ ticketId: z.uuid() }),
  async run({ db, actor, now }, { ticketId }) {
    await db.$transaction(async (tx) => {
      const ticket = await lockVisibleTicket(tx, actor, ticketId);
      if (ticket?.snoozedUntil && toInstant(ticket.snoozedUntil).epochMilliseconds <= now.epochMilliseconds) await endSnooze(tx, { ticket, why: "time", actor, now });
    });
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
