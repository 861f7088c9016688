import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canReverseTime } from "@/lib/quotes/work-policy";
import type { ReverseTimeInput } from "@/lib/quotes/work-schema";
import { ok, refuse, type Result } from "@/lib/result";
import { lockVisibleTicket, recordTicketEvent } from "@/lib/tickets/record";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ reference: string; entryId: string }, "TIME_GONE" | "FORBIDDEN" | "TIME_REVERSED" | "WORK_CLOSED">;

/**
 * A mistake is taken back by an entry of its own that says why; neither is ever changed. Not once the work is closed: what was settled with
 * the customer stays as it was settled.
 */
export function reverseTime({ db, actor, now }: Context<StaffActor>, { entryId, reason, submissionKey }: ReverseTimeInput): Promise<Answer> {
  return db.$transaction(async (tx): Promise<Answer> => {
    const found = await tx.timeEntry.findFirst({ where: { id: entryId, ticket: { is: visibleTickets(actor) } }, select: { ticketId: true } });
    const ticket = found && (await lockVisibleTicket(tx, actor, found.ticketId));
    if (!ticket) return refuse("TIME_GONE");
    const entry = await tx.timeEntry.findUniqueOrThrow({
      where: { id: entryId },
      select: {
        id: true, quoteId: true, appointmentId: true, agentId: true, startedAt: true, minutes: true, billableMinutes: true, reversesId: true,
        reversedBy: { select: { id: true, agentId: true, submissionKey: true } },
        quote: { select: { closing: { select: { quoteId: true } } } },
      },
    });
    if (!canReverseTime(actor, entry)) return refuse("FORBIDDEN");
    if (entry.reversedBy?.agentId === actor.userId && entry.reversedBy.submissionKey === submissionKey) return ok({ reference: ticket.reference, entryId: entry.reversedBy.id });
    if (entry.reversedBy || entry.reversesId) return refuse("TIME_REVERSED");
    if (entry.quote?.closing) return refuse("WORK_CLOSED");

    const { quoteId, appointmentId, startedAt } = entry;
    const { id } = await tx.timeEntry.create({
      data: {
        ticketId: ticket.id, quoteId, appointmentId, startedAt, reversesId: entry.id, agentId: actor.userId,
        minutes: -entry.minutes, billableMinutes: -entry.billableMinutes || 0, description: reason, submissionKey, createdAt: toDate(now),
      },
      select: { id: true },
    });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "time.reversed", data: { entryId: entry.id, minutes: String(entry.minutes) }, actor, at: now });
    return ok({ reference: ticket.reference, entryId: id });
  });
}
