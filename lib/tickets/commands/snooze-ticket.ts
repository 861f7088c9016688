import "server-only";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import type { SnoozeInput, TicketIdInput } from "@/lib/tickets/schema";
import { canSnooze, snoozeProblem } from "@/lib/tickets/snooze";
import { toDate } from "@/lib/time/instants";

export const WAKE_SNOOZED = "tickets.wake-snoozed";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "MOVE_NOT_ALLOWED" | "SNOOZE_IN_PAST" | "SNOOZE_TOO_FAR";

/** Takes a live ticket out of the queues until an instant, or until the customer writes. Put off again, the later choice holds. */
export function snoozeTicket({ db, actor, now }: Context<StaffActor>, { ticketId, until }: SnoozeInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    if (!canSnooze(ticket.status)) return refuse("MOVE_NOT_ALLOWED");
    const problem = snoozeProblem(until, now);
    if (problem) return refuse(problem);
    if (ticket.snoozedUntil?.getTime() === until.epochMilliseconds) return ok({ reference: ticket.reference });
    await updateTicket(tx, ticket, { snoozedUntil: toDate(until), snoozedById: actor.userId }, now);
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.snoozed", data: { until: toDate(until).toISOString() }, actor, at: now });
    await enqueue(tx, WAKE_SNOOZED, { ticketId: ticket.id }, { startAfter: until });
    return ok({ reference: ticket.reference });
  });
}

/** Back into the queues before its time. */
export function wakeTicket({ db, actor, now }: Context<StaffActor>, { ticketId }: TicketIdInput): Promise<Result<{ reference: string }, "NOT_FOUND" | "FORBIDDEN">> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, "NOT_FOUND" | "FORBIDDEN">> => {
    const ticket = await lockVisibleTicket(tx, actor, ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    await endSnooze(tx, { ticket, why: "by-hand", actor, now });
    return ok({ reference: ticket.reference });
  });
}

/** Brings a locked ticket back, if it was put off; of one that is solved or closed meanwhile nobody needs to hear. */
export async function endSnooze(tx: Tx, { ticket, why, actor, now }: { ticket: LockedTicket; why: "time" | "answered" | "by-hand"; actor: Actor; now: Temporal.Instant }): Promise<void> {
  if (ticket.snoozedById === null) return;
  await updateTicket(tx, ticket, { snoozedUntil: null, snoozedById: null }, now);
  if (!canSnooze(ticket.status) && why === "time") return;
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.snooze-ended", data: { why, by: ticket.snoozedById }, actor, at: now });
}
