import { mintSystem } from "@/lib/auth/mint";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { deliverMail } from "@/lib/mail/deliver";
import { gatherMail } from "@/lib/notifications/gather-mail";
import { makeMailContent } from "@/lib/notifications/mail-content";
import { tellConductEvent, tellTicketEvent } from "@/lib/notifications/tell";
import { testDb } from "@/tests/support/db";

export function ctxOf<A extends PersonActor>(actor: A, now: Temporal.Instant): Context<A> {
  return { db: testDb(), actor, now };
}

let toldUntil = { ticket: 0n, conduct: 0n };

/** What the jobs of telling do, at an instant of the test's own: everything that happened since the last time. */
export async function tellAll(now: Temporal.Instant): Promise<void> {
  const since = toldUntil;
  toldUntil = await newestEvents();
  const tickets = await testDb().ticketEvent.findMany({ where: { id: { gt: since.ticket } }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of tickets) await tellTicketEvent({ db: testDb(), now }, { eventId: id });
  const conduct = await testDb().conductEvent.findMany({ where: { id: { gt: since.conduct } }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of conduct) await tellConductEvent({ db: testDb(), now }, { eventId: id });
}

async function newestEvents() {
  const [ticket, conduct] = await Promise.all([testDb().ticketEvent.aggregate({ _max: { id: true } }), testDb().conductEvent.aggregate({ _max: { id: true } })]);
  return { ticket: ticket._max.id ?? 0n, conduct: conduct._max.id ?? 0n };
}

/** What the jobs of gathering and sending do for one person. @returns the messages that came of it, oldest first */
export async function mailTo(actor: PersonActor, now: Temporal.Instant) {
  await gatherMail({ db: testDb(), now }, { userId: actor.userId });
  const waiting = await testDb().mailMessage.findMany({ where: { userId: actor.userId, state: "waiting" }, orderBy: { createdAt: "asc" }, select: { id: true } });
  for (const { id } of waiting) await deliverMail({ db: testDb(), actor: mintSystem(), now }, { mailId: id, makeContent: (tx, mail) => makeMailContent(tx, mail, now) });
  return testDb().mailMessage.findMany({ where: { id: { in: waiting.map(({ id }) => id) } }, orderBy: { createdAt: "asc" }, include: { notifications: { select: { topic: true } } } });
}

/** As if nothing had been told before. */
export async function forgetTold(): Promise<void> {
  toldUntil = await newestEvents();
  await testDb().notification.deleteMany();
  await testDb().mailMessage.deleteMany();
  await testDb().notificationChoice.deleteMany();
  await testDb().notificationSettings.deleteMany();
  await testDb().departmentFollow.deleteMany();
  await testDb().ticketMute.deleteMany();
}
