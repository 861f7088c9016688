import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { ok, refuse, type Result } from "@/lib/result";
import type { TicketIdInput } from "@/lib/tickets/schema";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

export async function markTicketRead({ db, actor, now }: Context<PersonActor>, { ticketId }: TicketIdInput): Promise<Result<null, "NOT_FOUND">> {
  const visible = await db.ticket.findFirst({ where: { AND: [{ id: ticketId }, visibleTickets(actor)] }, select: { id: true } });
  if (!visible) return refuse("NOT_FOUND");
  const key = { userId: actor.userId, ticketId };
  await db.ticketRead.upsert({ where: { userId_ticketId: key }, create: { ...key, readAt: toDate(now) }, update: { readAt: toDate(now) } });
  return ok(null);
}
