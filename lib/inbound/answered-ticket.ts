import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ownKeysIn } from "@/lib/mail/inbound/message-ids";
import { visibleTickets } from "@/lib/tickets/visibility";

const OF_TICKET = /^ticket-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const OF_MESSAGE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The ticket that a message answers to, by the ids that the desk gave its own mail: of the ticket's whole conversation, or of one message
 * that was about it alone. Only one that its writer may see: an id that somebody came by opens nothing.
 */
export async function findAnsweredTicket(tx: Tx, { reader, references }: { reader: PersonActor; references: readonly string[] }): Promise<{ id: string } | null> {
  const keys = ownKeysIn(references, new URL(env().APP_URL).hostname);
  const named = keys.flatMap((key) => OF_TICKET.exec(key)?.[1] ?? []);
  const told = await tx.notification.findMany({ where: { mail: { messageKey: { in: keys.filter((key) => OF_MESSAGE.test(key)) } }, ticketId: { not: null } }, distinct: ["ticketId"], select: { ticketId: true } });
  const ids = [...new Set([...named, ...(told.length === 1 ? told.flatMap(({ ticketId }) => ticketId ?? []) : [])])];
  if (ids.length !== 1) return null;
  return tx.ticket.findFirst({ where: { AND: [visibleTickets(reader), { id: { in: ids } }] }, select: { id: true } });
}
