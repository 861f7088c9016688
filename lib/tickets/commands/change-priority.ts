import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findAuthorisation } from "@/lib/billing/authorisation";
import { ok, refuse, type Result } from "@/lib/result";
import { canBeHigh, canWorkOn } from "@/lib/tickets/policy";
import { writePriority } from "@/lib/tickets/priority";
import { lockVisibleTicket } from "@/lib/tickets/record";
import type { PriorityInput } from "@/lib/tickets/schema";

type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "PRIORITY_NEEDS_AUTHORISATION";

/** Another priority by the desk. Alta is refused while the ticket has neither a póliza nor an authorised quote (policy, 5). */
export function changePriority({ db, actor, now }: Context<StaffActor>, input: PriorityInput): Promise<Result<{ reference: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuse("TICKET_CLOSED");
    if (ticket.priority === input.priority) return ok({ reference: ticket.reference });
    if (input.priority === "high" && !canBeHigh({ contractId: ticket.contractId, isAuthorised: (await findAuthorisation(tx, ticket.id)) !== null })) return refuse("PRIORITY_NEEDS_AUTHORISATION");
    await writePriority(tx, { ticket, priority: input.priority, actor, at: now });
    return ok({ reference: ticket.reference });
  });
}
