import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { visibleTickets } from "@/lib/tickets/visibility";

/** The tickets that were sent together with this one, those that the actor may see, in the order in which they were written. */
export async function listSentWith({ db, actor }: Context<PersonActor>, ticket: { id: string; batchId: string | null }): Promise<{ reference: string; subject: string }[]> {
  if (ticket.batchId === null) return [];
  const rows = await db.ticket.findMany({
    where: { AND: [{ batchId: ticket.batchId, id: { not: ticket.id } }, visibleTickets(actor)] },
    orderBy: { batchPosition: "asc" },
    select: { reference: true, subject: true },
  });
  return rows;
}
