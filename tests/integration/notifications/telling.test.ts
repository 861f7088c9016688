import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import { recordNotices } from "@/lib/billing/contract-notices";
import { mintSystem } from "@/lib/auth/mint";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";
import { findUnsubscribe, unsubscribe } from "@/lib/notifications/unsubscribe";
import { unsubscribeToken } from "@/lib/notifications/unsubscribe-token";
import { markAllRead, markRead } from "@/lib/notifications/commands/mark-read";
import { muteTicket } from "@/lib/notifications/commands/mute-ticket";
import { sweepMailJob } from "@/lib/notifications/jobs";
import { savePreferences } from "@/lib/notifications/commands/save-preferences";
import { tellContract, tellTicketEvent } from "@/lib/notifications/tell";
import { countUnread, getPreferences, listNotifications } from "@/lib/notifications/queries";
import { preferencesSchema } from "@/lib/notifications/schema";
import { fingerprintOf } from "@/lib/secrets/fingerprint";
import { addNote } from "@/lib/tickets/commands/add-note";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { TELL_EVENT } from "@/lib/tickets/events";
import { conductWorld } from "@/tests/integration/tickets/support/conduct-world";
import { ctxOf, forgetTold, mailTo, tellAll } from "@/tests/integration/notifications/support/telling";
import { ana, andres, bruno, carla, diego, elena, sergio } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { contractOf, departmentId, newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const SECRET = "Xk29!mmQp7";

beforeEach(forgetTold);

const reply = (ticketId: string, body = "Ya lo revisamos.") => ({ ticketId, body, submissionKey: randomUUID(), next: "open" as const });
const minutesOn = (minutes: number) => NOON.add({ minutes });
const told = async (actor: PersonActor, now = NOON) => (await listNotifications(ctxOf(actor, now))).items.map(({ sentence }) => sentence);

/** A ticket of Ana's that Carla has, with nothing told of how it came to be so. */
async function assigned(by = ana) {
  const ticket = await newTicket({ by });
  unwrap(await assignTicket(ctxOf(carla, NOON), { ticketId: ticket.id, assigneeId: carla.userId }));
  await tellAll(NOON);
  await forgetTold();
  return ticket;
}

async function choose(actor: PersonActor, form: Record<string, unknown>) {
  unwrap(await savePreferences(ctxOf(actor, NOON), preferencesSchema.parse(form)));
}

describe("who is told", () => {
  it("a job of telling exists exactly when what happened does", async () => {
    const jobs = () => testDb().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = ${TELL_EVENT}`;
    const [before] = await jobs();
    const ticket = await newTicket();
    const events = await testDb().ticketEvent.count({ where: { ticketId: ticket.id } });
    const [after] = await jobs();
    expect(Number(after!.count - before!.count)).toBe(events);
  });

  it("the requester of an answer, whoever has it of a customer's, and nobody of what they did themselves", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, minutesOn(1)), reply(ticket.id)));
    unwrap(await replyToTicket(ctxOf(ana, minutesOn(2)), reply(ticket.id, "Gracias.")));
    await tellAll(minutesOn(2));
    expect(await told(ana)).toEqual(["Carla Ríos respondió."]);
    expect(await told(carla)).toEqual(["Ana Torres respondió."]);
    expect(await told(elena)).toEqual([]);
  });

  it("an answer that also changes the state is told as an answer", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), { ...reply(ticket.id), next: "solved" }));
    await tellAll(NOON);
    expect(await told(ana)).toEqual(["Carla Ríos respondió."]);
  });

  it("once, however often somebody comes to tell it", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    const { id } = await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId: ticket.id, type: "ticket.replied" } });
    await Promise.all([1, 2, 3].map(() => tellTicketEvent({ db: testDb(), now: NOON }, { eventId: id })));
    expect(await told(ana)).toHaveLength(1);
  });

  it("of new tickets, and of unassigned ones, those who follow the department", async () => {
    await choose(elena, { departments: [await departmentId("soporte-tecnico")], departmentsPortal: "on", repliesPortal: "on" });
    const ticket = await newTicket();
    unwrap(await replyToTicket(ctxOf(ana, NOON), reply(ticket.id, "Y otra cosa.")));
    await tellAll(NOON);
    expect((await told(elena)).toSorted()).toEqual(["Ana Torres levantó un ticket en Soporte técnico.", "Ana Torres respondió."]);
    expect(await told(carla)).toEqual([]);
  });

  it("of a colleague's note whoever has the ticket, and never a customer", async () => {
    const ticket = await assigned();
    unwrap(await addNote(ctxOf(elena, NOON), { ticketId: ticket.id, body: "Ojo con este cliente", submissionKey: randomUUID() }));
    await tellAll(NOON);
    expect(await told(carla)).toEqual(["Elena Cruz dejó una nota interna."]);
    expect(await told(ana)).toEqual([]);
    expect(await mailTo(ana, minutesOn(10))).toEqual([]);
  });

  it("of a warning whoever is warned, whatever they chose", async () => {
    const world = await conductWorld(randomUUID());
    await choose(world.author, {});
    unwrap(await warnAuthor(ctxOf(diego, NOON), { caseId: world.caseId, body: "Le pedimos cortesía", number: 1, note: "" }));
    await tellAll(NOON);
    expect(await told(world.author)).toContain("Recibió una advertencia por el trato en sus mensajes.");
    const [mail] = await mailTo(world.author, minutesOn(10));
    expect(mail).toMatchObject({ subject: "Sobre el trato en la mesa de soporte" });
    expect(mail!.bodyText).not.toContain("/unsubscribe/");
  });

  it("of a contract that runs out those who may authorise, once for each time", async () => {
    const contract = await contractOf(ana.organizationId!, { minutes: 60 });
    await testDb().$transaction((tx) => recordNotices(tx, { contractId: contract.id, kinds: ["used_80"], at: NOON }));
    await Promise.all([1, 2].map(() => tellContract({ db: testDb(), now: NOON }, { contractId: contract.id })));
    expect(await told(ana)).toEqual([`Ya se usó el 80 % de las horas de la póliza Soporte anual (${contract.reference}).`]);
    expect([await told(andres), await told(bruno)]).toEqual([[], []]);
    await testDb().user.update({ where: { id: ana.userId }, data: { organizationId: bruno.organizationId } });
    expect(await told({ ...ana, organizationId: bruno.organizationId } as typeof ana)).toEqual([]);
    await testDb().user.update({ where: { id: ana.userId }, data: { organizationId: ana.organizationId } });
  });

  it("nobody who is suspended", async () => {
    const ticket = await assigned();
    await testDb().ticket.update({ where: { id: ticket.id }, data: { requesterId: sergio.userId } });
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    expect(await testDb().notification.count({ where: { userId: sergio.userId } })).toBe(0);
  });
});

describe("what one may not see any more", () => {
  it("is in no list, no count and no mail, also when it was told before", async () => {
    const ticket = await assigned(andres);
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    expect(await countUnread(ctxOf(andres, NOON))).toBe(1);
    await testDb().ticket.update({ where: { id: ticket.id }, data: { requesterId: bruno.userId, organizationId: bruno.organizationId } });
    expect(await told(andres)).toEqual([]);
    expect(await countUnread(ctxOf(andres, NOON))).toBe(0);
    expect(await mailTo(andres, minutesOn(2))).toMatchObject([{ state: "withdrawn", subject: "", bodyText: "" }]);
  });
});

describe("a mail", () => {
  it("says ten changes of a minute at once, in the ticket's thread, with what was answered but no secret of it", async () => {
    const ticket = await assigned();
    for (let count = 0; count < 10; count += 1) unwrap(await staffReply(ctxOf(carla, NOON.add({ seconds: count * 5 })), { ...reply(ticket.id, `Paso ${count}. contraseña: ${SECRET}`), secretsKept: [fingerprintOf(SECRET)] }));
    await tellAll(NOON.add({ seconds: 50 }));
    expect(await mailTo(ana, NOON.add({ seconds: 55 }))).toEqual([]);
    const mails = await mailTo(ana, minutesOn(2));
    expect(mails).toMatchObject([{ state: "kept", address: "ana@acme.example" }]);
    expect(mails[0]!.notifications).toHaveLength(10);
    expect(mails[0]!.subject).toContain(ticket.reference);
    expect(mails[0]!.bodyText).toContain("Paso 9.");
    expect(mails[0]!.bodyText).not.toContain(SECRET);
    expect(mails[0]!.bodyText).toContain(`http://localhost:3000/portal/tickets/${ticket.reference}`);
    expect(mails[0]!.bodyHtml).toContain(`<a href="http://localhost:3000/portal/tickets/${ticket.reference}"`);
    expect(await mailTo(ana, minutesOn(3))).toEqual([]);
  });

  it("comes no sooner than five minutes after the one before; what waits meanwhile is said together, across tickets", async () => {
    const [one, other] = [await assigned(), await assigned()];
    unwrap(await staffReply(ctxOf(carla, NOON), reply(one.id)));
    await tellAll(NOON);
    expect(await mailTo(ana, minutesOn(1))).toHaveLength(1);
    unwrap(await staffReply(ctxOf(carla, minutesOn(2)), reply(one.id, "<b>Listo</b> http://evil.example/x")));
    unwrap(await staffReply(ctxOf(carla, minutesOn(2)), reply(other.id)));
    await tellAll(minutesOn(2));
    expect(await mailTo(ana, minutesOn(4))).toEqual([]);
    const [digest] = await mailTo(ana, minutesOn(6));
    expect(digest).toMatchObject({ subject: "2 novedades en la mesa de soporte" });
    expect(digest!.bodyText).toMatch(new RegExp(`${one.reference}[\\s\\S]*${other.reference}`));
    expect(digest!.bodyHtml).toContain("&lt;b&gt;Listo&lt;/b&gt; http://evil.example/x");
  });

  it("to the desk waits for the opening hours, unless its reader wants it at once; a customer's does not", async () => {
    const saturday = at("2026-11-21T10:00");
    const ticket = await assigned();
    unwrap(await replyToTicket(ctxOf(ana, saturday), reply(ticket.id, "¿Hay noticias?")));
    await tellAll(saturday);
    expect(await mailTo(carla, at("2026-11-22T20:00"))).toEqual([]);
    expect(await mailTo(carla, at("2026-11-23T08:59"))).toEqual([]);
    expect(await mailTo(carla, at("2026-11-23T09:00"))).toHaveLength(1);

    await forgetTold();
    await choose(carla, { repliesMail: "on" });
    unwrap(await replyToTicket(ctxOf(ana, saturday.add({ hours: 1 })), reply(ticket.id, "¿Y ahora?")));
    unwrap(await staffReply(ctxOf(elena, saturday.add({ hours: 1 })), reply(ticket.id)));
    await tellAll(saturday.add({ hours: 1 }));
    const soon = saturday.add({ hours: 1, minutes: 1 });
    expect(await mailTo(carla, soon)).toHaveLength(1);
    expect(await mailTo(ana, soon)).toHaveLength(1);
  });

  it("repeats nothing that was read in the bell meanwhile", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    const { items } = await listNotifications(ctxOf(ana, NOON));
    unwrap(await markRead(ctxOf(bruno, NOON), { notificationId: items[0]!.id }));
    expect(await countUnread(ctxOf(ana, NOON))).toBe(1);
    unwrap(await markRead(ctxOf(ana, NOON), { notificationId: items[0]!.id }));
    expect(await countUnread(ctxOf(ana, NOON))).toBe(0);
    expect(await mailTo(ana, minutesOn(2))).toEqual([]);
  });

  it("is not written about what is older than three days: the bell says it", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON.add({ hours: 73 }));
    expect(await told(ana)).toHaveLength(1);
    expect(await mailTo(ana, NOON.add({ hours: 80 }))).toEqual([]);
  });
});

describe("the sweep", () => {
  it("takes up what nobody came to gather or to send", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    await sweepMailJob.run({ db: testDb(), actor: mintSystem(), now: minutesOn(2) }, {});
    expect(await testDb().mailMessage.count()).toBe(0);
    await sweepMailJob.run({ db: testDb(), actor: mintSystem(), now: minutesOn(4) }, {});
    await sweepMailJob.run({ db: testDb(), actor: mintSystem(), now: minutesOn(7) }, {});
    expect(await testDb().mailMessage.findMany({ select: { state: true, address: true } })).toEqual([{ state: "kept", address: "ana@acme.example" }]);
  });
});

describe("what one chose", () => {
  it("holds by channel, and a ticket that is muted is told in none", async () => {
    const ticket = await assigned();
    await choose(ana, { answersMail: "on", statesPortal: "on" });
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    expect(await told(ana)).toEqual([]);
    expect(await testDb().notification.count({ where: { userId: ana.userId } })).toBe(1);

    unwrap(await muteTicket(ctxOf(ana, NOON), { ticketId: ticket.id, isMuted: true }));
    expect(await mailTo(ana, minutesOn(2))).toEqual([]);
    unwrap(await staffReply(ctxOf(carla, minutesOn(3)), reply(ticket.id)));
    await tellAll(minutesOn(3));
    expect(await testDb().notification.count({ where: { userId: ana.userId } })).toBe(1);
    expect((await getPreferences(ctxOf(ana, NOON))).muted.map(({ ticketId }) => ticketId)).toEqual([ticket.id]);
    expect(await muteTicket(ctxOf(bruno, NOON), { ticketId: ticket.id, isMuted: true })).toMatchObject({ code: "NOT_FOUND" });
  });

  it("can be marked read as it was seen: what came since stays unread", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    unwrap(await staffReply(ctxOf(carla, minutesOn(5)), reply(ticket.id)));
    await tellAll(minutesOn(5));
    unwrap(await markAllRead(ctxOf(ana, minutesOn(6)), { until: minutesOn(4).toString() }));
    expect(await countUnread(ctxOf(ana, NOON))).toBe(1);
  });
});

describe("the link of a mail", () => {
  it("turns off its topics or its ticket for its reader, by its signature alone", async () => {
    const ticket = await assigned();
    unwrap(await staffReply(ctxOf(carla, NOON), reply(ticket.id)));
    await tellAll(NOON);
    const [mail] = await mailTo(ana, minutesOn(2));
    const token = unsubscribeToken(mail!.id);
    expect(mail!.bodyText).toContain(`http://localhost:3000/unsubscribe/${token}`);
    const ctx = { db: testDb(), now: NOON };
    expect(await findUnsubscribe(ctx, token)).toMatchObject({ email: "a…@acme.example", topics: ["answers"], ticket: { reference: ticket.reference } });
    for (const wrong of [mail!.id, `${mail!.id}.`, `${token}x`, token.replace(mail!.id, randomUUID()), ""]) {
      expect(await findUnsubscribe(ctx, wrong)).toBeNull();
      expect(await unsubscribe(ctx, { token: wrong, what: "all" })).toMatchObject({ code: "UNSUBSCRIBE_INVALID" });
    }
    unwrap(await unsubscribe(ctx, { token, what: "topics" }));
    unwrap(await unsubscribe(ctx, { token, what: "topics" }));
    const { topics } = await getPreferences(ctxOf(ana, NOON));
    expect(topics.filter(({ channels }) => !channels.byMail).map(({ topic }) => topic)).toEqual(["answers"]);
    expect(topics.every(({ channels }) => channels.inPortal)).toBe(true);
    unwrap(await unsubscribe(ctx, { token, what: "all" }));
    expect((await getPreferences(ctxOf(ana, NOON))).topics.filter(({ channels }) => channels.byMail).map(({ topic }) => topic)).toEqual(["conduct"]);
    unwrap(await unsubscribe(ctx, { token, what: "ticket" }));
    expect((await getPreferences(ctxOf(ana, NOON))).muted).toHaveLength(1);
  });
});
