import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { MarkAllInput } from "@/lib/notifications/schema";
import { tellUnread } from "@/lib/notifications/stream-topic";
import { ok, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** One's own; somebody else's is not touched, and nobody learns whether it is there. What was read by then no mail repeats. */
export async function markRead(ctx: Context<PersonActor>, { notificationId }: { notificationId: string }): Promise<Result<null>> {
  await markThose(ctx, { id: notificationId });
  return ok(null);
}

/** All of one's own that were there when the page was made. */
export async function markAllRead(ctx: Context<PersonActor>, { until }: MarkAllInput): Promise<Result<null>> {
  await markThose(ctx, { at: { lte: new Date(until) } });
  return ok(null);
}

/** Whoever opens a ticket has seen what its notifications say. */
export async function markTicketNotificationsRead(ctx: Context<PersonActor>, { ticketId }: { ticketId: string }): Promise<void> {
  await markThose(ctx, { ticketId });
}

/** Whoever reads a conversation has seen what its notifications say. */
export async function markChatNotificationsRead(ctx: Context<PersonActor>, { conversationId }: { conversationId: string }): Promise<void> {
  await markThose(ctx, { conversationId });
}

async function markThose({ db, actor: { userId }, now }: Context<PersonActor>, which: Prisma.NotificationWhereInput): Promise<void> {
  const { count } = await db.notification.updateMany({ where: { AND: [which, { userId, readAt: null }] }, data: { readAt: toDate(now) } });
  // The bells of other windows too.
  if (count > 0) await tellUnread(db, userId);
}
