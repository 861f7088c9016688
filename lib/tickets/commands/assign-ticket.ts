import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import type { AssignInput } from "@/lib/tickets/schema";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "UNKNOWN_ASSIGNEE" | "TICKET_CLOSED";

/** Gives the ticket to somebody of the desk, or to nobody. */
export function assignTicket({ db, actor, now }: Context<StaffActor>, input: AssignInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    const to = input.assigneeId ?? null;
    if (to === ticket.assigneeId) return ok({ reference: ticket.reference });
    if (to !== null) {
      const staff = await tx.user.count({ where: { id: to, role: { in: ["agent", "admin"] }, suspendedAt: null } });
      if (staff === 0) return refuse("UNKNOWN_ASSIGNEE");
    }
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.assigned", data: { from: ticket.assigneeId, to }, actor, at: now });
    await updateTicket(tx, ticket, { assigneeId: to }, now);
    return ok({ reference: ticket.reference });
  });
}
