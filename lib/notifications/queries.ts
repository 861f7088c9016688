import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import { visibleTickets } from "@/lib/tickets/visibility";
import { pushKeys } from "@/lib/notifications/push/keys";
import { notificationView, rowSelect, type NotificationView } from "@/lib/notifications/rows";
import { channelsOf, isFixed, topicsOf, type Channels, type NotificationTopic } from "@/lib/notifications/topics";
import { visibleNotifications } from "@/lib/notifications/visibility";

const PAGE = 30;
/** Beyond it the bell says "99+". */
const COUNTED_MAX = 100;

/** One's own, newest first; what one may not see any more is not among them. */
export async function listNotifications({ db, actor, now }: Context<PersonActor>, { after }: { after?: string } = {}): Promise<{ items: NotificationView[]; next: string | null }> {
  const cursor = decodeCursor(after);
  const beyond = cursor ? [{ OR: [{ at: { lt: cursor.at } }, { at: cursor.at, id: { lt: cursor.id } }] }] : [];
  const rows = await db.notification.findMany({
    where: { AND: [visibleNotifications(actor), { isInPortal: true }, ...beyond] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: PAGE + 1,
    select: rowSelect,
  });
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { items: page.flatMap((row) => notificationView(actor, row, now) ?? []), next: rows.length > PAGE && last ? encodeCursor(last) : null };
}

/** For the bell: how many one has not read, up to 100. */
export async function countUnread({ db, actor }: Context<PersonActor>): Promise<number> {
  const rows = await db.notification.findMany({ where: { AND: [visibleNotifications(actor), { isInPortal: true, readAt: null }] }, take: COUNTED_MAX, select: { id: true } });
  return rows.length;
}

export type PreferencesView = {
  topics: { topic: NotificationTopic; channels: Channels; isFixed: boolean }[];
  /** Of the desk alone; null for customers. */
  staff: { keepsQuietHours: boolean; departments: { id: string; name: string; isFollowed: boolean }[] } | null;
  muted: { ticketId: string; reference: string; subject: string }[];
};

export async function getPreferences({ db, actor }: Context<PersonActor>): Promise<PreferencesView> {
  const { userId } = actor;
  const [choices, settings, follows, departments, mutes] = await Promise.all([
    db.notificationChoice.findMany({ where: { userId } }),
    db.notificationSettings.findUnique({ where: { userId } }),
    db.departmentFollow.findMany({ where: { userId } }),
    actor.kind === "staff" ? db.department.findMany({ where: { isActive: true }, orderBy: [{ position: "asc" }, { name: "asc" }], select: { id: true, name: true } }) : [],
    db.ticketMute.findMany({ where: { userId, ticket: visibleTickets(actor) }, orderBy: { at: "desc" }, take: 200, select: { ticketId: true, ticket: { select: { reference: true, subject: true } } } }),
  ]);
  const followed = new Set(follows.map(({ departmentId }) => departmentId));
  return {
    topics: topicsOf(actor.kind).flatMap((topic) => {
      const channels = channelsOf(actor.kind, topic, choices.find((choice) => choice.topic === topic));
      return channels ? [{ topic, channels: { inPortal: channels.inPortal, byMail: channels.byMail, byPush: channels.byPush }, isFixed: isFixed(topic) }] : [];
    }),
    staff: actor.kind === "staff" ? { keepsQuietHours: settings?.keepsQuietHours ?? true, departments: departments.map((each) => ({ ...each, isFollowed: followed.has(each.id) })) } : null,
    muted: mutes.map(({ ticketId, ticket }) => ({ ticketId, ...ticket })),
  };
}

/** How many browsers show one's notifications, and the key that another one is to ask its push service with. */
export async function getPush({ db, actor, now }: Context<PersonActor>): Promise<{ browserCount: number; publicKey: string }> {
  const [browserCount, { publicKey }] = await Promise.all([db.pushSubscription.count({ where: { userId: actor.userId } }), pushKeys(db, now)]);
  return { browserCount, publicKey };
}

export async function isTicketMuted({ db, actor }: Context<PersonActor>, ticketId: string): Promise<boolean> {
  return (await db.ticketMute.count({ where: { userId: actor.userId, ticketId, ticket: visibleTickets(actor) } })) > 0;
}
