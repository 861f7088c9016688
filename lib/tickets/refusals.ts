import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { refuse } from "@/lib/result";
import { visibleTickets } from "@/lib/tickets/visibility";

/** Why nothing can be written on a closed ticket: it was merged (and into which), or it is history. */
export async function refuseClosed(tx: Tx, actor: Actor, ticket: { mergedIntoId: string | null }) {
  if (!ticket.mergedIntoId) return refuse("TICKET_CLOSED");
  // A member's ticket may have gone into a colleague's, which the member may not see.
  const survivor = await tx.ticket.findFirst({ where: { AND: [{ id: ticket.mergedIntoId }, visibleTickets(actor)] }, select: { reference: true } });
  return survivor ? refuse("TICKET_MERGED", { reference: survivor.reference }) : refuse("TICKET_CLOSED");
}
