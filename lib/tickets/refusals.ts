import "server-only";
import type { Tx } from "@/lib/db/client";
import { refuse } from "@/lib/result";

/** Why nothing can be written on a closed ticket: it was merged (and into which), or it is history. */
export async function refuseClosed(tx: Tx, ticket: { mergedIntoId: string | null }) {
  if (!ticket.mergedIntoId) return refuse("TICKET_CLOSED");
  // Merging needs the same organization, so who may see the one may see the other.
  const { reference } = await tx.ticket.findUniqueOrThrow({ where: { id: ticket.mergedIntoId }, select: { reference: true } });
  return refuse("TICKET_MERGED", { reference });
}
