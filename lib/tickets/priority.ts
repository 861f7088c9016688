import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { retargetPriority } from "@/lib/sla/targets";
import { recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import type { TicketPriority } from "@/lib/tickets/types";
import { toDate, toInstant } from "@/lib/time/instants";

/**
 * Writes another priority of a locked ticket, whose caller has decided that it may have it: what is promised changes with it, counted from
 * when the promise began. Does nothing where the ticket has it already.
 */
export async function writePriority(tx: Tx, { ticket, priority, actor, at }: { ticket: LockedTicket; priority: TicketPriority; actor: Actor; at: Temporal.Instant }): Promise<void> {
  if (ticket.priority === priority) return;
  await retargetPriority(tx, { ticketId: ticket.id, priority, at: toInstant(toDate(at)) });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.priority-changed", data: { from: ticket.priority, to: priority }, actor, at });
  await updateTicket(tx, ticket, { priority }, at);
}
