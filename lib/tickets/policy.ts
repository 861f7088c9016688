import type { Actor } from "@/lib/auth/actor";
import { canMove } from "@/lib/tickets/transitions";
import type { TicketService } from "@/lib/tickets/service";
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

/**
 * What a customer's ticket may begin with (policy, 5): a free service baja or media, as they choose; a case with póliza alta; a service paid
 * per event media, until its quote is authorised.
 */
export function prioritiesFor(service: TicketService): readonly TicketPriority[] {
  switch (service) {
    case "free":
      return ["low", "medium"];
    case "contract":
      return ["high"];
    case "event":
      return ["medium"];
    default:
      return service satisfies never;
  }
}

/** Alta is for what has a póliza or an authorised quote, whoever gives it. */
export function canBeHigh({ contractId, isAuthorised }: { contractId: string | null; isAuthorised: boolean }): boolean {
  return contractId !== null || isAuthorised;
}

/** The texts of all customers leave the desk with it. */
export function canExportDecisions(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** Where tickets go, and who is attended there whatever they have, is the administrators' to decide. */
export function canEditDepartments(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
