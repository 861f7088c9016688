import "server-only";
import type { Actor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
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
    if (to !== null && !(await isAssignable(tx, to))) return refuse("UNKNOWN_ASSIGNEE");
    await writeAssignee(tx, { ticket, to, actor, now });
    return ok({ reference: ticket.reference });
  });
}

/** Whether tickets may be given to this person: of the desk, and not suspended. */
export async function isAssignable(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.user.count({ where: { id: userId, role: { in: ["agent", "admin"] }, suspendedAt: null } })) > 0;
}

/** Gives a locked ticket to somebody whom its caller found assignable. */
export async function writeAssignee(tx: Tx, { ticket, to, actor, now }: { ticket: LockedTicket; to: string | null; actor: Actor; now: Temporal.Instant }): Promise<void> {
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.assigned", data: { from: ticket.assigneeId, to }, actor, at: now });
  await updateTicket(tx, ticket, { assigneeId: to }, now);
}
