import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { retargetPriority } from "@/lib/sla/targets";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import type { PriorityInput } from "@/lib/tickets/schema";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED";

/** Another priority: what is promised changes with it, counted from when the promise began. */
export function changePriority({ db, actor, now }: Context<StaffActor>, input: PriorityInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    if (ticket.priority === input.priority) return ok({ reference: ticket.reference });
    await retargetPriority(tx, { ticketId: ticket.id, priority: input.priority, at: toInstant(toDate(now)) });
    const data = { from: ticket.priority, to: input.priority };
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.priority-changed", data, actor, at: now });
    await updateTicket(tx, ticket, { priority: input.priority }, now);
    return ok({ reference: ticket.reference });
  });
}
