import type { PersonActor } from "@/lib/auth/actor";
import { findPersonOfSession, findSession } from "@/lib/auth/person-of-session";
import { hashPassword } from "@/lib/auth/passwords";
import { encrypt } from "@/lib/secrets/cipher";
import { boundToFactor } from "@/lib/security/check-code";
import { editSecuritySettings } from "@/lib/security/commands/edit-settings";
import { resetFactor } from "@/lib/security/commands/reset-factor";
import { beginFactor, proveFactor } from "@/lib/security/commands/set-up-factor";
import { giveCode, givePassword, removeFactor, renewCodes } from "@/lib/security/commands/use-factor";
import { findCustomerAccess, searchCustomerAccess } from "@/lib/security/customer-queries";
import { findFactorSetUp, getFactor } from "@/lib/security/queries";
import { rotateFactors } from "@/lib/security/rotation";
import { withFactor } from "@/tests/integration/security/support/authenticator";
import { accountMailsTo } from "@/tests/integration/security/support/mails";
import { codeAt } from "@/tests/support/authenticator";
import { ana, andres, bruno, carla, diego, elena } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { signedIn } from "@/tests/support/sessions";

useDatabase();

// Waiting for a code ends by the database's own clock.
const NOW = Temporal.Now.instant();
const later = (seconds: number) => NOW.add({ seconds });
const ctx = <A extends PersonActor>(actor: A, now = NOW) => ({ db: testDb(), actor, now });
const claim = (person: PersonActor, sessionId: string) => ({ userId: person.userId, sessionVersion: 1, sessionId });
const stageOf = async (person: PersonActor, sessionId: string) => (await findSession({ db: testDb() }, claim(person, sessionId)))?.stage ?? null;
const WRONG = { ok: false, code: "WRONG_CODE" };

beforeEach(async () => {
  await testDb().rateLimit.deleteMany();
  await testDb().secondFactor.deleteMany();
  await testDb().userSession.deleteMany();
});

describe("a second factor", () => {
  it("is in force once a code proves it, and ends the sessions that were begun without", async () => {
    const other = await signedIn(carla);
    expect(await beginFactor(ctx(carla))).toEqual({ ok: true, data: null });
    const setUp = (await findFactorSetUp(ctx(carla), { issuer: "Mesa" }))!;
    expect(setUp.uri).toContain(`secret=${setUp.secret}`);
    const sessionId = await signedIn(carla);
    expect(await proveFactor(ctx(carla), { code: "000000", sessionId })).toEqual(WRONG);
    expect(await stageOf(carla, other)).toBe("open");

    const proved = await proveFactor(ctx(carla), { code: codeAt(setUp.secret, NOW), sessionId });
    expect(proved.ok && proved.data.codes).toHaveLength(10);
    expect([await stageOf(carla, sessionId), await stageOf(carla, other)]).toEqual(["open", null]);
    // Nobody reads the secret any more, nor makes another one over it.
    expect(await findFactorSetUp(ctx(carla), { issuer: "Mesa" })).toBeNull();
    expect(await beginFactor(ctx(carla))).toEqual({ ok: false, code: "FACTOR_EXISTS" });
    const row = await testDb().secondFactor.findUniqueOrThrow({ where: { userId: carla.userId } });
    expect(Buffer.from(row.cipher).includes(setUp.secret)).toBe(false);
  });

  it("makes the password half of signing in: the session is nobody's until the code", async () => {
    const { secret } = await withFactor(carla, NOW);
    const sessionId = await signedIn(carla);
    expect(await stageOf(carla, sessionId)).toBe("code");
    expect(await findPersonOfSession({ db: testDb() }, claim(carla, sessionId))).toBeNull();
    expect(await giveCode(ctx(carla, later(30)), { code: codeAt(secret, later(30)), sessionId })).toEqual({ ok: true, data: null });
    expect(await findPersonOfSession({ db: testDb() }, claim(carla, sessionId))).toEqual(carla);
  });

  it("waits a quarter of an hour for the code, and no longer", async () => {
    await withFactor(carla, NOW);
    expect(await stageOf(carla, await signedIn(carla, { now: NOW.subtract({ minutes: 14 }) }))).toBe("code");
    expect(await stageOf(carla, await signedIn(carla, { now: NOW.subtract({ minutes: 16 }) }))).toBeNull();
  });

  it("takes a code of the step before and after, and none further away", async () => {
    for (const [seconds, expected] of [[-61, "WRONG_CODE"], [61, "WRONG_CODE"], [-30, "ok"], [30, "ok"]] as const) {
      await testDb().secondFactor.deleteMany();
      const { secret } = await withFactor(elena, NOW.subtract({ hours: 1 }));
      const sessionId = await signedIn(elena);
      const answer = await giveCode(ctx(elena, NOW), { code: codeAt(secret, later(seconds)), sessionId });
      expect([seconds, answer.ok ? "ok" : answer.code]).toEqual([seconds, expected]);
    }
  });

  it("takes no code twice, also when five posts arrive at once, and no earlier one after a later one", async () => {
    const { secret } = await withFactor(carla, NOW.subtract({ hours: 1 }));
    const sessionId = await signedIn(carla);
    const answers = await Promise.all(Array.from({ length: 5 }, () => giveCode(ctx(carla), { code: codeAt(secret, NOW), sessionId })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await testDb().rateLimit.deleteMany();
    expect(await giveCode(ctx(carla), { code: codeAt(secret, later(-30)), sessionId })).toEqual(WRONG);
    expect(await giveCode(ctx(carla), { code: codeAt(secret, later(30)), sessionId })).toMatchObject({ ok: true });
  });

  it("rests for a quarter of an hour after five wrong codes, for the right one too, however many arrive at once", async () => {
    const { secret } = await withFactor(carla, NOW.subtract({ hours: 1 }));
    const sessionId = await signedIn(carla);
    const answers = await Promise.all(Array.from({ length: 12 }, () => giveCode(ctx(carla), { code: "123", sessionId })));
    expect(answers.filter((answer) => !answer.ok && answer.code === "WRONG_CODE")).toHaveLength(5);
    expect(await giveCode(ctx(carla), { code: codeAt(secret, NOW), sessionId })).toEqual({ ok: false, code: "TOO_MANY_CODES" });
    expect(await stageOf(carla, sessionId)).toBe("code");
  });

  it("lets a code open no session of somebody else's", async () => {
    const { secret } = await withFactor(carla, NOW.subtract({ hours: 1 }));
    await withFactor(elena, NOW.subtract({ hours: 1 }));
    const theirs = await signedIn(elena);
    expect(await giveCode(ctx(carla), { code: codeAt(secret, NOW), sessionId: theirs })).toEqual({ ok: false, code: "SIGNED_OUT" });
    expect(await stageOf(elena, theirs)).toBe("code");
  });

  it.each(["", "abcdef", "１２３４５６", "12345", "1234567", "x".repeat(100)])("takes nothing that is no code: %j", async (typed) => {
    await withFactor(carla, NOW);
    expect(await giveCode(ctx(carla), { code: typed, sessionId: await signedIn(carla) })).toEqual(WRONG);
  });
});

describe("recovery codes", () => {
  it("let in once each, however they are typed, and say so by mail", async () => {
    const { codes } = await withFactor(ana, NOW);
    const [first] = codes;
    const typed = first!.toUpperCase().replaceAll("-", " ");
    expect(await giveCode(ctx(ana), { code: typed, sessionId: await signedIn(ana) })).toMatchObject({ ok: true });
    expect(await giveCode(ctx(ana), { code: first!, sessionId: await signedIn(ana) })).toEqual(WRONG);
    expect(await getFactor(ctx(ana))).toMatchObject({ state: "active", codesLeft: 9 });
    const mail = (await accountMailsTo(ana, NOW)).find(({ subject }) => subject === "Se usó un código de recuperación de su cuenta")!;
    expect(mail).toMatchObject({ address: ana.email, bodyText: expect.stringContaining("Le quedan 9.") });
    expect(mail.bodyText).toContain("http://localhost:3000/portal/account/security");
    expect(mail.bodyText).toContain("se envía siempre");
  });

  it("are kept as hashes alone, and of one person each", async () => {
    const { codes } = await withFactor(ana, NOW);
    await withFactor(andres, NOW);
    expect(JSON.stringify(await testDb().recoveryCode.findMany())).not.toContain(codes[0]);
    expect(await giveCode(ctx(andres), { code: codes[0]!, sessionId: await signedIn(andres) })).toEqual(WRONG);
  });

  it("are made anew with a code; the ones before are void", async () => {
    const { codes, secret } = await withFactor(ana, NOW.subtract({ hours: 1 }));
    const renewed = await renewCodes(ctx(ana), { code: codeAt(secret, NOW) });
    if (!renewed.ok) throw new Error(renewed.code);
    expect(await giveCode(ctx(ana), { code: codes[1]!, sessionId: await signedIn(ana) })).toEqual(WRONG);
    expect(await giveCode(ctx(ana), { code: renewed.data.codes[1]!, sessionId: await signedIn(ana) })).toMatchObject({ ok: true });
  });
});

describe("where the desk wants a second factor of its staff", () => {
  const force = (isStaffFactorRequired: boolean) => testDb().securitySettings.update({ where: { id: 1 }, data: { isStaffFactorRequired } });
  afterEach(() => force(false));

  it("whoever forces it has one", async () => {
    const input = { version: 0, isStaffFactorRequired: true, isProviderFactorEnough: false, canAgentsResetFactors: false };
    expect(await editSecuritySettings(ctx(diego), input)).toEqual({ ok: false, code: "OWN_FACTOR_FIRST" });
    await withFactor(diego, NOW);
    expect(await editSecuritySettings(ctx(diego), input)).toEqual({ ok: true, data: null });
    expect(await editSecuritySettings(ctx(diego), input)).toEqual({ ok: false, code: "SECURITY_SETTINGS_CHANGED" });
  });

  it("open sessions of staff without one open nothing but its set-up; customers go on", async () => {
    const [staff, customer] = [await signedIn(carla), await signedIn(bruno)];
    await force(true);
    expect([await stageOf(carla, staff), await stageOf(bruno, customer)]).toEqual(["set-up", "open"]);
    expect(await findPersonOfSession({ db: testDb() }, claim(carla, staff))).toBeNull();
    await beginFactor(ctx(carla));
    const { secret } = (await findFactorSetUp(ctx(carla), { issuer: "Mesa" }))!;
    expect(await proveFactor(ctx(carla), { code: codeAt(secret, NOW), sessionId: staff })).toMatchObject({ ok: true });
    expect(await stageOf(carla, staff)).toBe("open");
  });

  it("a provider that asked for one is enough where that counts", async () => {
    await force(true);
    expect(await stageOf(carla, await signedIn(carla, { hasProviderFactor: true }))).toBe("open");
  });

  it("nobody of the staff takes theirs away; a customer does", async () => {
    const staff = await withFactor(carla, NOW.subtract({ hours: 1 }));
    const customer = await withFactor(ana, NOW.subtract({ hours: 1 }));
    await force(true);
    expect(await removeFactor(ctx(carla), { code: codeAt(staff.secret, NOW) })).toEqual({ ok: false, code: "FACTOR_REQUIRED" });
    expect(await removeFactor(ctx(ana), { code: codeAt(customer.secret, NOW) })).toEqual({ ok: true, data: null });
    expect(await getFactor(ctx(ana))).toMatchObject({ state: "none" });
  });
});

describe("a lost second factor", () => {
  it("is taken away by an administrator: sessions end, a trail and a mail stay", async () => {
    const { sessionId } = await withFactor(carla, NOW);
    expect(await resetFactor(ctx(diego), { userId: carla.userId, reason: "Le llamé" })).toEqual({ ok: true, data: null });
    expect(await stageOf(carla, sessionId)).toBeNull();
    expect(await stageOf(carla, await signedIn(carla))).toBe("open");
    expect(await testDb().securityEvent.findFirst({ orderBy: { id: "desc" } })).toMatchObject({ type: "factor.reset", userId: carla.userId, actorId: diego.userId, data: { reason: "Le llamé" } });
    const mails = (await accountMailsTo(carla, NOW)).filter(({ subject }) => subject === "Se restableció el segundo factor de su cuenta");
    expect(mails.map(({ bodyText }) => bodyText.includes("Diego Mora restableció"))).toEqual([true]);
    expect(await resetFactor(ctx(diego), { userId: carla.userId, reason: "Le llamé" })).toEqual({ ok: false, code: "NO_FACTOR" });
  });
});

describe("a customer's lost second factor", () => {
  const REASON = { reason: "Llamó del teléfono de su contrato" };
  const trust = (canAgentsResetFactors: boolean) => testDb().securitySettings.update({ where: { id: 1 }, data: { canAgentsResetFactors } });
  afterEach(() => trust(false));

  it("is an administrator's matter, and an agent's where the settings say so; a colleague's never is", async () => {
    const { sessionId } = await withFactor(ana, NOW);
    await withFactor(elena, NOW);
    expect(await resetFactor(ctx(carla), { userId: ana.userId, ...REASON })).toEqual({ ok: false, code: "FORBIDDEN" });
    expect(await findCustomerAccess(ctx(carla), { userId: ana.userId })).toBeNull();
    await trust(true);
    expect(await findCustomerAccess(ctx(carla), { userId: ana.userId })).toMatchObject({ name: "Ana Torres", hasFactor: true, organizationSlug: "acme" });
    expect(await resetFactor(ctx(carla), { userId: elena.userId, ...REASON })).toEqual({ ok: false, code: "FORBIDDEN" });
    expect(await resetFactor(ctx(carla), { userId: ana.userId, ...REASON })).toEqual({ ok: true, data: null });
    expect([await stageOf(ana, sessionId), await stageOf(ana, await signedIn(ana)), await testDb().secondFactor.count()]).toEqual([null, "open", 1]);
    expect((await findCustomerAccess(ctx(carla), { userId: ana.userId }))?.events[0]).toMatchObject({ type: "factor.reset", data: REASON, actorName: "Carla Ríos" });
  });

  it("ends what waits for its code, and the recovery codes with it", async () => {
    const { codes } = await withFactor(bruno, NOW);
    const waiting = await signedIn(bruno);
    expect(await resetFactor(ctx(diego), { userId: bruno.userId, ...REASON })).toEqual({ ok: true, data: null });
    expect([await stageOf(bruno, waiting), await testDb().recoveryCode.count({ where: { userId: bruno.userId } })]).toEqual([null, 0]);
    expect(await giveCode(ctx(bruno), { code: codes[0]!, sessionId: waiting })).toEqual({ ok: false, code: "NO_FACTOR" });
  });

  it("is found by a part of the name or the address, of customers alone", async () => {
    expect((await searchCustomerAccess(ctx(diego), { search: "GLOBEX.ex" }))?.map(({ email }) => email)).toContain(bruno.email);
    expect(await searchCustomerAccess(ctx(diego), { search: carla.email })).toEqual([]);
    expect(await searchCustomerAccess(ctx(diego), { search: " " })).toEqual([]);
  });

  it("is nobody's own to reset this way", async () => {
    await withFactor(diego, NOW);
    expect(await resetFactor(ctx(diego), { userId: diego.userId, ...REASON })).toEqual({ ok: false, code: "FORBIDDEN" });
  });
});

describe("a fresh proof", () => {
  it("is the password only where there is no second factor", async () => {
    await testDb().user.update({ where: { id: bruno.userId }, data: { passwordHash: await hashPassword("la de Bruno, larga") } });
    const sessionId = await signedIn(bruno, { now: NOW.subtract({ hours: 2 }) });
    const give = (password: string) => givePassword(ctx(bruno), { password, sessionId, address: "203.0.113.9" });
    expect(await give("otra")).toEqual({ ok: false, code: "WRONG_PASSWORD" });
    expect(await give("la de Bruno, larga")).toEqual({ ok: true, data: null });
    expect((await findSession({ db: testDb() }, claim(bruno, sessionId)))?.confirmedAt?.epochMilliseconds).toBe(NOW.epochMilliseconds);
    await withFactor(bruno, NOW);
    expect(await give("la de Bruno, larga")).toEqual({ ok: false, code: "CODE_NEEDED" });
  });
});

describe("a changed APP_SECRET", () => {
  it("leaves the authenticator in force once it was rotated", async () => {
    const { secret } = await withFactor(carla, NOW.subtract({ hours: 1 }));
    const former = "the-secret-of-before-0123456789-abcdef";
    const { keyId, cipher } = encrypt(secret, boundToFactor(carla.userId), { current: former, previous: [] });
    await testDb().secondFactor.update({ where: { userId: carla.userId }, data: { keyId, cipher } });
    // Under a secret that is not configured no code is right, and nothing is lost.
    expect(await giveCode(ctx(carla), { code: codeAt(secret, NOW), sessionId: await signedIn(carla) })).toEqual(WRONG);
    expect(await rotateFactors(testDb())).toEqual({ rotated: 0, unreadable: 1 });
  });
});
