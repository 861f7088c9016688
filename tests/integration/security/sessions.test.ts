import { mintSystem } from "@/lib/auth/mint";
import { forgetSessionsJob, forgetTriesJob } from "@/lib/auth/jobs";
import type { PersonActor } from "@/lib/auth/actor";
import { findPersonOfSession, findSession } from "@/lib/auth/person-of-session";
import { noteSeen } from "@/lib/auth/sessions";
import { endOtherSessions, endOwnSession } from "@/lib/security/commands/end-sessions";
import { listOwnSessions } from "@/lib/security/queries";
import { listen, startProcess, until } from "@/tests/integration/realtime/support/streams";
import { accountMailsTo } from "@/tests/integration/security/support/mails";
import { ana, andres, bruno } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { LAPTOP, PHONE, signedIn } from "@/tests/support/sessions";

useDatabase();

const ctx = (actor: PersonActor, now = NOON) => ({ db: testDb(), actor, now });
const isOpen = async (person: PersonActor, sessionId: string) => (await findPersonOfSession({ db: testDb() }, { userId: person.userId, sessionVersion: 1, sessionId })) !== null;

beforeEach(async () => {
  await testDb().userSession.deleteMany();
});

describe("open sessions", () => {
  it("are told by device, network and time, the one in use first, and of nobody else", async () => {
    const laptop = await signedIn(ana, { now: NOON.subtract({ hours: 30 }) });
    const phone = await signedIn(ana, { userAgent: PHONE, address: "2001:db8:85a3:8d3:1319:8a2e:370:7348", now: NOON.subtract({ hours: 1 }) });
    await signedIn(andres, { now: NOON });
    await signedIn(ana, { now: NOON.subtract({ hours: 15 * 24 }) }); // its token is past its time
    expect(await listOwnSessions(ctx(ana), { currentId: laptop })).toEqual([
      { id: laptop, device: "Chrome en Windows", address: "203.0.113.*", since: "2026-11-17T12:00:00.000Z", lastSeenAt: "2026-11-17T12:00:00.000Z", isThis: true },
      { id: phone, device: "Safari en iPhone", address: "2001:db8:85a3:*", since: "2026-11-18T17:00:00.000Z", lastSeenAt: "2026-11-18T17:00:00.000Z", isThis: false },
    ]);
  });

  it("are seen at most every five minutes", async () => {
    const sessionId = await signedIn(ana, { now: NOON });
    const seen = async (minutes: number) => {
      const { lastSeenAt } = (await findSession({ db: testDb() }, { userId: ana.userId, sessionVersion: 1, sessionId }))!;
      await noteSeen(testDb(), { sessionId, lastSeenAt, now: NOON.add({ minutes }) });
      return (await testDb().userSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.toISOString().slice(11, 16);
    };
    expect([await seen(4), await seen(6), await seen(10), await seen(12)]).toEqual(["18:00", "18:06", "18:06", "18:12"]);
  });

  it("end one by one, and with their streams; nobody ends another's", async () => {
    const running = startProcess();
    try {
      const [laptop, phone] = [await signedIn(ana), await signedIn(ana, { userAgent: PHONE })];
      const stream = await listen(running.hub, ana, { claim: { sessionId: phone } });
      expect(await endOwnSession(ctx(bruno), { sessionId: phone })).toEqual({ ok: false, code: "SESSION_GONE" });
      expect(await isOpen(ana, phone)).toBe(true);
      expect(await endOwnSession(ctx(ana), { sessionId: phone })).toEqual({ ok: true, data: null });
      await until(() => !stream.isOpen());
      expect([await isOpen(ana, phone), await isOpen(ana, laptop)]).toEqual([false, true]);
      expect(await endOwnSession(ctx(ana), { sessionId: phone })).toEqual({ ok: false, code: "SESSION_GONE" });
    } finally {
      await running.stop();
    }
  });

  it("end all but this one", async () => {
    const [here, there, elsewhere, others] = [await signedIn(ana), await signedIn(ana), await signedIn(ana, { userAgent: PHONE }), await signedIn(bruno)];
    expect(await endOtherSessions(ctx(ana), { currentId: here })).toEqual({ ok: true, data: { count: 2 } });
    expect([await isOpen(ana, here), await isOpen(ana, there), await isOpen(ana, elsewhere), await isOpen(bruno, others)]).toEqual([true, false, false, true]);
    expect(await endOtherSessions(ctx(ana), { currentId: here })).toEqual({ ok: true, data: { count: 0 } });
  });

  it("end together when the password changes, and with a suspension", async () => {
    const sessionId = await signedIn(bruno);
    await testDb().user.update({ where: { id: bruno.userId }, data: { suspendedAt: new Date() } });
    expect(await isOpen(bruno, sessionId)).toBe(false);
    await testDb().user.update({ where: { id: bruno.userId }, data: { suspendedAt: null, sessionVersion: 2 } });
    expect(await findSession({ db: testDb() }, { userId: bruno.userId, sessionVersion: 2, sessionId })).toBeNull();
    expect(await listOwnSessions(ctx(bruno), { currentId: null })).toEqual([]);
    await testDb().user.update({ where: { id: bruno.userId }, data: { sessionVersion: 1 } });
  });

  it("are nobody's for whoever holds a token of another person's with their id", async () => {
    const sessionId = await signedIn(ana);
    expect(await findSession({ db: testDb() }, { userId: bruno.userId, sessionVersion: 1, sessionId })).toBeNull();
  });

  it("are forgotten ninety days after they were seen last", async () => {
    await signedIn(ana, { now: NOON.subtract({ hours: 89 * 24 }) });
    await signedIn(ana, { now: NOON.subtract({ hours: 91 * 24 }) });
    await forgetSessionsJob.run({ db: testDb(), actor: mintSystem(), now: NOON }, {});
    expect(await testDb().userSession.count()).toBe(1);
  });
});

it("counted tries are forgotten once their time is over, and no sooner", async () => {
  await testDb().rateLimit.createMany({ data: [{ key: "old", points: 5, expire: new Date(NOON.subtract({ seconds: 1 }).epochMilliseconds) }, { key: "young", points: 5, expire: new Date(NOON.add({ seconds: 1 }).epochMilliseconds) }] });
  await forgetTriesJob.run({ db: testDb(), actor: mintSystem(), now: NOON }, {});
  expect(await testDb().rateLimit.findMany({ where: { key: { in: ["old", "young"] } }, select: { key: true } })).toEqual([{ key: "young" }]);
});

describe("a device that was not there before", () => {
  const mails = async () => (await accountMailsTo(ana, NOON)).filter(({ subject }) => subject.includes("dispositivo nuevo"));

  it("is told of by mail; the first one, and one that is known, are not", async () => {
    await testDb().mailMessage.deleteMany();
    await signedIn(ana, { now: NOON });
    await signedIn(ana, { userAgent: LAPTOP.replace("142", "143"), now: NOON });
    expect(await mails()).toEqual([]);
    await signedIn(ana, { userAgent: PHONE, now: NOON });
    await signedIn(ana, { userAgent: PHONE, now: NOON });
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail!.bodyText).toContain("Dispositivo: Safari en iPhone\nRed: 203.0.113.*\nCuándo: mié 18 nov, 12:00");
    expect(mail!.bodyHtml).toContain('href="http://localhost:3000/portal/account/security"');
  });
});
