import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { MarkAllInput } from "@/lib/notifications/schema";
import { ok, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** One's own; somebody else's is not touched, and nobody learns whether it is there. What was read by then no mail repeats. */
export async function markRead({ db, actor, now }: Context<PersonActor>, { notificationId }: { notificationId: string }): Promise<Result<null>> {
  await db.notification.updateMany({ where: { id: notificationId, userId: actor.userId, readAt: null }, data: { readAt: toDate(now) } });
  return ok(null);
}

/** All of one's own that were there when the page was made. */
export async function markAllRead({ db, actor, now }: Context<PersonActor>, { until }: MarkAllInput): Promise<Result<null>> {
  await db.notification.updateMany({ where: { userId: actor.userId, readAt: null, at: { lte: new Date(until) } }, data: { readAt: toDate(now) } });
  return ok(null);
}

/** Whoever opens a ticket has seen what its notifications say. */
export async function markTicketNotificationsRead({ db, actor, now }: Context<PersonActor>, { ticketId }: { ticketId: string }): Promise<void> {
  await db.notification.updateMany({ where: { userId: actor.userId, ticketId, readAt: null }, data: { readAt: toDate(now) } });
}

/** Whoever reads a conversation has seen what its notifications say. */
export async function markChatNotificationsRead({ db, actor, now }: Context<PersonActor>, { conversationId }: { conversationId: string }): Promise<void> {
  await db.notification.updateMany({ where: { userId: actor.userId, conversationId, readAt: null }, data: { readAt: toDate(now) } });
}
