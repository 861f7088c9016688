import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { MuteInput } from "@/lib/notifications/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { visibleTickets } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

/** Nothing more about one ticket, in no way, and what waits to be mailed of it neither; or again. */
export async function muteTicket({ db, actor, now }: Context<PersonActor>, { ticketId, isMuted }: MuteInput): Promise<Result<null, "NOT_FOUND">> {
  const { userId } = actor;
  const ticket = await db.ticket.findFirst({ where: { AND: [{ id: ticketId }, visibleTickets(actor)] }, select: { id: true } });
  if (!ticket) return refuse("NOT_FOUND");
  if (!isMuted) {
    await db.ticketMute.deleteMany({ where: { userId, ticketId } });
    return ok(null);
  }
  await db.$transaction(async (tx) => {
    await tx.ticketMute.upsert({ where: { userId_ticketId: { userId, ticketId } }, create: { userId, ticketId, at: toDate(now) }, update: {} });
    await tx.notification.updateMany({ where: { userId, ticketId, mailId: null }, data: { mailDueAt: null } });
  });
  return ok(null);
}
