import { randomUUID } from "node:crypto";
import type { PersonActor } from "@/lib/auth/actor";
import { markAllRead } from "@/lib/notifications/commands/mark-read";
import { muteTicket } from "@/lib/notifications/commands/mute-ticket";
import { keepPushBrowser, removePushBrowsers, tryPushBrowser } from "@/lib/notifications/commands/push-browsers";
import { savePreferences } from "@/lib/notifications/commands/save-preferences";
import { forgetPushOfSession } from "@/lib/notifications/push/forget-session";
import { gatherPush, SEND_PUSH, type PushPayload } from "@/lib/notifications/push/gather-push";
import { pushKeys } from "@/lib/notifications/push/keys";
import { sendPush } from "@/lib/notifications/push/send-push";
import { getPush } from "@/lib/notifications/queries";
import { preferencesSchema } from "@/lib/notifications/schema";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { newBrowser, startPushService, vapidOf } from "@/tests/integration/notifications/support/push-service";
import { ctxOf, forgetTold, tellAll } from "@/tests/integration/notifications/support/telling";
import { ana, andres, carla } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { signedIn } from "@/tests/support/sessions";
import { newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

type Service = Awaited<ReturnType<typeof startPushService>>;
let service: Service;

beforeAll(async () => {
  service = await startPushService();
  process.env.PUSH_SERVICES = service.origin;
});
afterAll(() => service.stop());
beforeEach(async () => {
  await forgetTold();
  await testDb().pushSubscription.deleteMany();
  service.behave(201);
  service.received.length = 0;
});

const SOON = NOON.add({ seconds: 10 });
const SESSION = { sessionId: randomUUID(), sessionVersion: 1 };

async function turnOn(actor: PersonActor, now = NOON) {
  const browser = newBrowser(service.origin);
  const session = await sessionOf(actor);
  const { subscriptionId } = unwrap(await keepPushBrowser(ctxOf(actor, now), browser.given, session));
  return { ...browser, subscriptionId, sessionId: session.sessionId };
}

async function sessionOf(actor: PersonActor) {
  const { sessionVersion } = await testDb().user.findUniqueOrThrow({ where: { id: actor.userId }, select: { sessionVersion: true } });
  return { ...SESSION, sessionId: await signedIn(actor), sessionVersion };
}

/** A ticket of Ana's that Carla has and answers so often. */
async function answered(times = 1, now = NOON) {
  const ticket = await newTicket({ by: ana });
  unwrap(await assignTicket(ctxOf(carla, NOON), { ticketId: ticket.id, assigneeId: carla.userId }));
  await tellAll(NOON);
  await testDb().notification.deleteMany({ where: { ticketId: ticket.id } });
  for (let at = 0; at < times; at += 1) unwrap(await staffReply(ctxOf(carla, now), { ticketId: ticket.id, body: `Ya lo revisamos, parte ${at}.`, submissionKey: randomUUID(), next: "open" }));
  await tellAll(now);
  return ticket;
}

/** What the jobs do, at an instant of the test's own. */
async function push(actor: PersonActor, now = SOON): Promise<void> {
  const taken = await jobsMade(() => gatherPush({ db: testDb(), now }, { userId: actor.userId }));
  for (const payload of taken) await sendPush({ db: testDb(), now }, payload);
}

async function jobsMade(work: () => Promise<unknown>): Promise<PushPayload[]> {
  const before = new Set((await readJobs()).map(({ id }) => id));
  await work();
  return (await readJobs()).filter(({ id }) => !before.has(id)).map(({ data }) => data);
}

const readJobs = () => testDb().$queryRaw<{ id: string; data: PushPayload }[]>`SELECT id::text, data FROM pgboss.job WHERE name = ${SEND_PUSH} ORDER BY created_on`;

describe("what a browser shows by itself", () => {
  it("is encrypted for it alone, signed by the desk, and says what happened without a word of what was written", async () => {
    const browser = await turnOn(ana);
    const ticket = await answered();
    await push(ana, NOON.add({ seconds: 9 }));
    expect(service.received).toHaveLength(0);
    await push(ana);
    const [pushed] = service.received;
    const { subject } = await testDb().ticket.findUniqueOrThrow({ where: { id: ticket.id }, select: { subject: true } });
    expect(browser.read(pushed!)).toEqual({ title: `${ticket.reference} · ${subject}`, body: "Carla Ríos respondió.", href: `/portal/tickets/${ticket.reference}`, tag: `ticket-${ticket.id}` });
    expect(pushed!.bytes.toString("latin1")).not.toContain("Carla");
    expect(pushed!.headers).toMatchObject({ ttl: "86400", "content-encoding": "aes128gcm", urgency: "normal" });
    const { claims, publicKey } = vapidOf(pushed!);
    expect(claims).toMatchObject({ aud: service.origin, sub: "mailto:no-responder@localhost" });
    expect((await getPush(ctxOf(ana, NOON))).publicKey).toBe(publicKey);
    await push(ana, NOON.add({ minutes: 5 }));
    expect(service.received).toHaveLength(1);
  });

  it("is one for what comes within ten seconds, also when two gather at once", async () => {
    const browser = await turnOn(ana);
    await answered(10);
    await answered();
    const taken = await jobsMade(() => Promise.all([1, 2].map(() => gatherPush({ db: testDb(), now: SOON }, { userId: ana.userId }))));
    expect(taken).toHaveLength(1);
    await sendPush({ db: testDb(), now: SOON }, taken[0]!);
    expect(browser.read(service.received[0]!)).toEqual({ title: "11 novedades en la mesa", body: "Carla Ríos respondió.", href: "/portal/notifications", tag: "several" });
  });

  it("is nothing of what was read, muted, turned off, or of one's own act meanwhile", async () => {
    await turnOn(ana);
    await answered();
    unwrap(await markAllRead(ctxOf(ana, NOON), { until: NOON.add({ minutes: 1 }).toString() }));
    await push(ana);
    const { id: ticketId } = await answered();
    unwrap(await muteTicket(ctxOf(ana, NOON), { ticketId, isMuted: true }));
    await push(ana);
    unwrap(await savePreferences(ctxOf(ana, NOON), preferencesSchema.parse({ answersPortal: "on" })));
    const own = await answered();
    unwrap(await replyToTicket(ctxOf(ana, NOON), { ticketId: own.id, body: "Gracias.", submissionKey: randomUUID(), context: null } as never));
    await tellAll(NOON);
    await push(ana);
    expect(service.received).toHaveLength(0);
  });

  it("waits at night for the staff, and not for customers", async () => {
    const night = Temporal.Instant.from("2026-11-19T04:00:00Z");
    await Promise.all([turnOn(ana, night), turnOn(carla, night)]);
    const ticket = await answered(1, night);
    unwrap(await replyToTicket(ctxOf(ana, night), { ticketId: ticket.id, body: "Sigue igual.", submissionKey: randomUUID(), context: null } as never));
    await tellAll(night);
    const dueOf = async (actor: PersonActor) => (await testDb().notification.findFirstOrThrow({ where: { userId: actor.userId } })).pushDueAt?.toISOString();
    expect(await dueOf(ana)).toBe("2026-11-19T04:00:10.000Z");
    expect(await dueOf(carla)).toBe("2026-11-19T15:00:00.000Z");
  });

  it("is nothing where the session ended, where nobody was for two weeks, and of what one may not see any more", async () => {
    const { subscriptionId } = await turnOn(ana);
    await answered();
    const [payload] = await jobsMade(() => gatherPush({ db: testDb(), now: SOON }, { userId: ana.userId }));
    await testDb().pushSubscription.update({ where: { id: subscriptionId }, data: { sessionVersion: 99 } });
    await sendPush({ db: testDb(), now: SOON }, payload!);
    await testDb().pushSubscription.update({ where: { id: subscriptionId }, data: { sessionVersion: (await sessionOf(ana)).sessionVersion } });
    await testDb().notification.updateMany({ data: { userId: andres.userId } });
    await sendPush({ db: testDb(), now: SOON }, payload!);
    expect(await testDb().pushSubscription.count()).toBe(1);
    await sendPush({ db: testDb(), now: SOON.add({ hours: 15 * 24 }) }, payload!);
    expect(await testDb().pushSubscription.count()).toBe(0);
    expect(service.received).toHaveLength(0);
  });
});

describe("a push service", () => {
  it.each([[404], [410], [403]])("that answers %d is not asked again", async (status) => {
    await turnOn(ana);
    await answered();
    service.behave(status);
    await push(ana);
    expect(await testDb().pushSubscription.count()).toBe(0);
  });

  it.each([[429], [500], [503]])("that answers %d is asked again, and it is shown then", async (status) => {
    const { subscriptionId } = await turnOn(ana);
    const trial = { subscriptionId, notificationIds: null };
    service.behave(status);
    await expect(sendPush({ db: testDb(), now: NOON }, trial)).rejects.toThrow(String(status));
    service.behave(201);
    await sendPush({ db: testDb(), now: NOON }, trial);
    expect(service.received).toHaveLength(2);
  });

  it("that leads elsewhere is not followed", async () => {
    const { subscriptionId } = await turnOn(ana);
    service.behave(307, { location: `${service.origin}/inside` });
    await sendPush({ db: testDb(), now: NOON }, { subscriptionId, notificationIds: null });
    expect(service.received.map(({ path }) => path)).not.toContain("/inside");
  });

  it("that nobody knows is refused, whatever address it has", async () => {
    for (const endpoint of ["http://127.0.0.1:1/x", "https://localhost/x", "https://fcm.googleapis.com.example.com/x", "https://fcm.googleapis.com:8443/x", "https://a@fcm.googleapis.com/x", "ftp://fcm.googleapis.com/x", "x"]) {
      expect(await keepPushBrowser(ctxOf(ana, NOON), { ...newBrowser(service.origin).given, endpoint }, SESSION)).toEqual({ ok: false, code: "PUSH_SERVICE_UNKNOWN" });
    }
    for (const endpoint of ["https://fcm.googleapis.com/fcm/send/x", "https://updates.push.services.mozilla.com/wpush/v2/x", "https://web.push.apple.com/x", "https://wns2-ln2p.notify.windows.com/w/?token=x"]) {
      expect(await keepPushBrowser(ctxOf(ana, NOON), { ...newBrowser(service.origin).given, endpoint }, SESSION)).toMatchObject({ ok: true });
    }
  });
});

describe("a browser", () => {
  it("belongs to whoever signed in there last; renewed it is the same one, turned off it is not renewed", async () => {
    const browser = await turnOn(ana);
    const again = unwrap(await keepPushBrowser(ctxOf(ana, SOON), { ...browser.given, renews: browser.given.endpoint }, { ...SESSION, sessionId: "another" }));
    expect(again.subscriptionId).toBe(browser.subscriptionId);
    const moved = newBrowser(service.origin);
    unwrap(await keepPushBrowser(ctxOf(ana, SOON), { ...moved.given, renews: browser.given.endpoint }, SESSION));
    expect(await testDb().pushSubscription.findMany({ select: { endpoint: true } })).toEqual([{ endpoint: moved.given.endpoint }]);
    expect(await keepPushBrowser(ctxOf(andres, SOON), { ...moved.given, renews: moved.given.endpoint }, SESSION)).toEqual({ ok: false, code: "NOT_FOUND" });
    unwrap(await keepPushBrowser(ctxOf(andres, SOON), moved.given, SESSION));
    expect(await testDb().pushSubscription.findMany({ select: { userId: true } })).toEqual([{ userId: andres.userId }]);
    unwrap(await removePushBrowsers(ctxOf(andres, SOON)));
    expect(await keepPushBrowser(ctxOf(andres, SOON), { ...moved.given, renews: moved.given.endpoint }, SESSION)).toEqual({ ok: false, code: "NOT_FOUND" });
  });

  it("shows nothing any more where its person signed out", async () => {
    const { sessionId } = await turnOn(ana);
    await answered();
    await forgetPushOfSession(ctxOf(andres, NOON), sessionId);
    expect(await testDb().pushSubscription.count()).toBe(1);
    await forgetPushOfSession(ctxOf(ana, NOON), sessionId);
    await push(ana);
    expect(service.received).toHaveLength(0);
  });

  it("makes room when there are more than ten", async () => {
    for (let at = 0; at < 12; at += 1) await turnOn(ana, NOON.add({ seconds: at }));
    expect(await testDb().pushSubscription.count({ where: { userId: ana.userId, seenAt: { lt: new Date(NOON.epochMilliseconds + 2_000) } } })).toBe(0);
    expect((await getPush(ctxOf(ana, NOON))).browserCount).toBe(10);
  });

  it("is tried with words that say so", async () => {
    const { subscriptionId, read } = await turnOn(carla);
    const [payload] = await jobsMade(async () => unwrap(await tryPushBrowser(ctxOf(carla, NOON), { subscriptionId })));
    await sendPush({ db: testDb(), now: NOON }, payload!);
    expect(read(service.received[0]!)).toMatchObject({ body: "Así se ven sus avisos en este navegador.", href: "/agent/notifications/preferences" });
  });
});

describe("the desk's keys", () => {
  it("are one pair, however many ask for it first", async () => {
    await testDb().pushKey.deleteMany();
    const made = await Promise.all(Array.from({ length: 8 }, () => pushKeys(testDb(), NOON)));
    expect(new Set(made.map(({ privateKey }) => privateKey)).size).toBe(1);
  });

  it("give way to new ones where the secret that they were encrypted under is gone", async () => {
    const before = await pushKeys(testDb(), NOON);
    await testDb().pushKey.updateMany({ data: { keyId: "of-another" } });
    const after = await pushKeys(testDb(), NOON);
    expect(after.publicKey).not.toBe(before.publicKey);
    expect(await pushKeys(testDb(), NOON)).toEqual(after);
  });
});
