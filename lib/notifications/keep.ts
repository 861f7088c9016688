import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { isStale, mailDueAt, pushDueAt } from "@/lib/notifications/mail-time";
import { tellUnread } from "@/lib/notifications/stream-topic";
import { channelsOf, type NotificationTopic } from "@/lib/notifications/topics";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { getSlaInForce } from "@/lib/sla/queries";
import { toDate, toInstant, toInstantOrNull } from "@/lib/time/instants";

export const GATHER_MAIL = "notifications.gather-mail";
export const GATHER_PUSH = "notifications.gather-push";

/** What one person is told. `about` names the row that says what happened. */
export type Telling = { userId: string; topic: NotificationTopic; source: string; about: About; at: Date };
type About = Pick<Prisma.NotificationUncheckedCreateInput, "ticketEventId" | "ticketId" | "conductEventId" | "conversationId" | "signUpId" | "contractId" | "contractNotice">;

/**
 * Writes what people are told, each in the ways that they chose, and has a mail made where one is wanted. The one place where a
 * notification comes to be, and its bell hears of it when the transaction commits.
 */
export async function keepNotifications(tx: Tx, { tellings, now }: { tellings: readonly Telling[]; now: Temporal.Instant }): Promise<void> {
  const readers = await readReaders(tx, tellings);
  const calendar = readers.some(({ isQuiet }) => isQuiet) ? (await getSlaInForce({ db: tx })).calendar : null;
  for (const telling of tellings) {
    const reader = readers.find(({ id }) => id === telling.userId);
    if (!reader || (telling.about.ticketId && reader.muted.has(telling.about.ticketId))) continue;
    const channels = channelsOf(reader.side, telling.topic, reader.chosen.get(telling.topic));
    if (!channels) continue;
    const isFresh = !isStale({ at: toInstant(telling.at), now });
    const quietCalendar = quietCalendarOf(reader, calendar);
    const mailAt = isFresh && channels.byMail ? mailDueAt({ now, lastMailAt: reader.lastMailAt, quietCalendar }) : null;
    const pushAt = isFresh && channels.byPush && reader.hasBrowser ? pushDueAt({ now, quietCalendar }) : null;
    if (!channels.inPortal && !mailAt && !pushAt) continue;
    const { userId, topic, source, about, at } = telling;
    const { count } = await tx.notification.createMany({ data: [{ userId, topic, source, ...about, at, isInPortal: channels.inPortal, mailDueAt: mailAt && toDate(mailAt), pushDueAt: pushAt && toDate(pushAt) }], skipDuplicates: true });
    if (count > 0 && channels.inPortal) await tellUnread(tx, userId);
    if (count > 0 && mailAt) await enqueue(tx, GATHER_MAIL, { userId }, { startAfter: mailAt });
    if (count > 0 && pushAt) await enqueue(tx, GATHER_PUSH, { userId }, { startAfter: pushAt });
  }
}

type Reader = Awaited<ReturnType<typeof readReaders>>[number];

async function readReaders(tx: Tx | Db, tellings: readonly Telling[]) {
  const ids = [...new Set(tellings.map(({ userId }) => userId))];
  const ticketIds = tellings.flatMap(({ about }) => (about.ticketId ? [about.ticketId] : []));
  const rows = await tx.user.findMany({
    where: { id: { in: ids }, suspendedAt: null },
    select: {
      id: true,
      role: true,
      notificationChoices: { select: { topic: true, inPortal: true, byMail: true, byPush: true } },
      notificationSettings: { select: { keepsQuietHours: true } },
      ticketMutes: { where: { ticketId: { in: ticketIds } }, select: { ticketId: true } },
      pushSubscriptions: { take: 1, select: { id: true } },
      mailMessages: { where: { kind: "notifications" }, orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
    },
  });
  return rows.map((row) => {
    const side = row.role === "customer" ? ("customer" as const) : ("staff" as const);
    return {
      id: row.id,
      side,
      chosen: new Map(row.notificationChoices.map(({ topic, ...channels }) => [topic, channels])),
      isQuiet: side === "staff" && (row.notificationSettings?.keepsQuietHours ?? true),
      muted: new Set(row.ticketMutes.map(({ ticketId }) => ticketId)),
      hasBrowser: row.pushSubscriptions.length > 0,
      lastMailAt: toInstantOrNull(row.mailMessages[0]?.createdAt ?? null),
    };
  });
}

function quietCalendarOf({ isQuiet }: Reader, calendar: BusinessCalendar | null): BusinessCalendar | null {
  return isQuiet ? calendar : null;
}
