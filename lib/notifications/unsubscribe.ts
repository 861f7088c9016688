import "server-only";
import type { PublicContext } from "@/lib/auth/context";
import { unique } from "@/lib/notifications/mail-matters";
import type { UnsubscribeInput } from "@/lib/notifications/schema";
import { channelsOf, isFixed, topicsOf, type NotificationTopic, type Side } from "@/lib/notifications/topics";
import { readUnsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export type UnsubscribeView = { email: string; side: Side; topics: NotificationTopic[]; ticket: { id: string; reference: string } | null };

/** What the link of a mail would turn off; looking does nothing. The address is shown in part: whoever has the link need not be its reader. */
export async function findUnsubscribe({ db }: PublicContext, token: string): Promise<UnsubscribeView | null> {
  const found = await findMail({ db }, token);
  if (!found) return null;
  const { email, side, topics, ticket } = found;
  return { email: covered(email), side, topics, ticket };
}

/**
 * Turns off, for whoever the mail was for: mails of its topics, all about its one ticket, or every mail that can be turned off. Without a
 * session, as mail programs ask for it (RFC 8058); asked again, it is as it was.
 */
export async function unsubscribe({ db, now }: PublicContext, { token, what }: UnsubscribeInput): Promise<Result<{ what: UnsubscribeInput["what"] }, "UNSUBSCRIBE_INVALID">> {
  const found = await findMail({ db }, token);
  if (!found || (what === "ticket" && !found.ticket)) return refuse("UNSUBSCRIBE_INVALID");
  const { userId, side, ticket } = found;
  const updatedAt = toDate(now);
  await db.$transaction(async (tx) => {
    if (what === "ticket" && ticket) {
      await tx.ticketMute.upsert({ where: { userId_ticketId: { userId, ticketId: ticket.id } }, create: { userId, ticketId: ticket.id, at: updatedAt }, update: {} });
      return;
    }
    const topics = what === "all" ? topicsOf(side).filter((topic) => !isFixed(topic)) : found.topics;
    const chosen = await tx.notificationChoice.findMany({ where: { userId, topic: { in: topics } } });
    for (const topic of topics) {
      const { inPortal, byPush } = channelsOf(side, topic, chosen.find((each) => each.topic === topic)) ?? { inPortal: true, byPush: true };
      await tx.notificationChoice.upsert({ where: { userId_topic: { userId, topic } }, create: { userId, topic, inPortal, byMail: false, byPush, updatedAt }, update: { byMail: false, updatedAt } });
    }
    await tx.notification.updateMany({ where: { userId, topic: { in: topics }, mailId: null }, data: { mailDueAt: null } });
  });
  return ok({ what });
}

async function findMail({ db }: Pick<PublicContext, "db">, token: string): Promise<(UnsubscribeView & { userId: string }) | null> {
  const id = readUnsubscribeToken(token);
  const mail = id && (await db.mailMessage.findUnique({ where: { id }, select: { userId: true, user: { select: { email: true, role: true } }, notifications: { select: { topic: true, ticket: { select: { id: true, reference: true } } } } } }));
  if (!mail || !mail.userId || !mail.user) return null;
  const side: Side = mail.user.role === "customer" ? "customer" : "staff";
  const topics = unique(mail.notifications.map(({ topic }) => topic)).filter((topic) => !isFixed(topic) && topicsOf(side).includes(topic));
  const tickets = mail.notifications.map(({ ticket }) => ticket);
  const isOne = tickets.length > 0 && tickets.every((ticket) => ticket?.id === tickets[0]?.id);
  return { userId: mail.userId, email: mail.user.email, side, topics, ticket: isOne ? tickets[0]! : null };
}

function covered(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
