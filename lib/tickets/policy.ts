import type { Actor } from "@/lib/auth/actor";
import { canMove } from "@/lib/tickets/transitions";
import type { TicketPriority, TicketStatus } from "@/lib/tickets/types";

/** Who may do what to a ticket that they may see (visibility.ts decides that). */

type TicketState = { status: TicketStatus; mergedIntoId: string | null };

export function canReply(_actor: Actor, ticket: TicketState): boolean {
  return ticket.status !== "closed";
}

export function canClose(_actor: Actor, ticket: TicketState): boolean {
  return canMove(ticket.status, "close");
}

export function canReopen(_actor: Actor, ticket: TicketState): boolean {
  return canMove(ticket.status, "reopen");
}

/** Notes, assignee, priority, department, status and merging are the desk's. */
export function canWorkOn(actor: Actor): boolean {
  return actor.kind !== "customer";
}

/** Alta is for services with a póliza or paid per event (policy, 5): a customer of a free service chooses baja or media. */
export function prioritiesFor(actor: Actor): readonly TicketPriority[] {
  return actor.kind === "customer" ? ["low", "medium"] : ["low", "medium", "high"];
}

/** The texts of all customers leave the desk with it. */
export function canExportDecisions(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
