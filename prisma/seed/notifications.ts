import type { Db } from "@/lib/db/client";
import { TELL_CONTRACT } from "@/lib/billing/contract-notices";
import { TELL_CONDUCT } from "@/lib/conduct/events";
import { GATHER_MAIL } from "@/lib/notifications/keep";
import { tellConductEvent, tellTicketEvent } from "@/lib/notifications/tell";
import { TELL_EVENT, TOLD_EVENTS } from "@/lib/tickets/events";
import { toDate } from "@/lib/time/instants";

/** Whose new tickets each of the desk hears of. */
const FOLLOWS: Record<string, string[]> = { "carla@impera.example": ["soporte-tecnico", "correo-electronico"], "elena@impera.example": ["dominios-y-hosting"] };
const UNREAD_HOURS = 48;

/** Tells what the stories brought: the last two days' are unread, and nobody is written to about any of it. */
export async function seedNotifications({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  for (const [email, slugs] of Object.entries(FOLLOWS)) {
    const user = await db.user.findUnique({ where: { email }, select: { id: true } });
    const departments = await db.department.findMany({ where: { slug: { in: slugs } }, select: { id: true } });
    if (user) await db.departmentFollow.createMany({ data: departments.map(({ id }) => ({ userId: user.id, departmentId: id })), skipDuplicates: true });
  }
  for (const { id } of await db.ticketEvent.findMany({ where: { type: { in: [...TOLD_EVENTS] } }, orderBy: { id: "asc" }, select: { id: true } })) await tellTicketEvent({ db, now }, { eventId: id });
  for (const { id } of await db.conductEvent.findMany({ orderBy: { id: "asc" }, select: { id: true } })) await tellConductEvent({ db, now }, { eventId: id });
  await db.notification.updateMany({ data: { mailDueAt: null } });
  const old = toDate(now.subtract({ hours: UNREAD_HOURS }));
  await db.$executeRaw`UPDATE notification SET read_at = at WHERE at < ${old}`;
  // Nothing of it is left to tell.
  await db.$executeRaw`DELETE FROM pgboss.job WHERE name = ANY (${[TELL_EVENT, TELL_CONDUCT, TELL_CONTRACT, GATHER_MAIL]})`;
}
