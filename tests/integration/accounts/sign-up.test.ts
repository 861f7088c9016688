import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { renewLink } from "@/lib/accounts/commands/ask-for-link";
import { invite } from "@/lib/accounts/commands/invite";
import { confirmSignUp, findSignUpLink, signUp } from "@/lib/accounts/commands/sign-up";
import { forgetOldAccounts } from "@/lib/accounts/forget";
import { listDecidedSignUps, listWaitingSignUps } from "@/lib/accounts/queries";
import { saveAccountSettings } from "@/lib/accounts/settings";
import type { SignUpMode } from "@/lib/db/generated/enums";
import { checkPassword } from "@/lib/auth/check-password";
import { mintSystem } from "@/lib/auth/mint";
import { ctxAt, letJobsRun, network, PASSWORD, personOf, requestsWaiting, whileHeldUp } from "@/tests/integration/accounts/support/accounts";
import { ana, carla, diego, elena, ORGANIZATIONS } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const INVALID = { ok: false, code: "LINK_INVALID" };
const asCarla = () => ({ ...ctxAt(), actor: carla });

beforeAll(() => testDb().organizationDomain.create({ data: { domain: "acme.example", organizationId: ORGANIZATIONS.acme.id, createdAt: new Date() } }));
beforeEach(async () => {
  await testDb().accountSettings.deleteMany();
  await testDb().mailMessage.deleteMany();
});

let people = 0;
function newAddress(domain = "suelto.example"): string {
  people += 1;
  return `nueva${people}@${domain}`;
}

async function begun(email = newAddress(), { minutes = 0, name = "Nora Nueva" } = {}): Promise<string> {
  unwrap(await signUp(ctxAt(minutes), { name, email, password: PASSWORD, network: network() }));
  const mails = await letJobsRun(minutes);
  return mails.find(({ to }) => to === email)!.token!;
}

async function waiting(email = newAddress()): Promise<string> {
  unwrap(await confirmSignUp(ctxAt(), { token: await begun(email), password: PASSWORD }));
  return (await listWaitingSignUps(asCarla())).find((each) => each.email === email)!.id;
}

async function inMode(signUpMode: SignUpMode): Promise<void> {
  const { version } = unwrap(await saveAccountSettings({ ...ctxAt(), actor: diego }, { version: await testDb().accountSettings.count(), signUpMode }));
  expect(version).toBe(await testDb().accountSettings.count());
}

describe("whoever signs up", () => {
  it("with a customer's domain is placed there once the address is confirmed, and can sign in; not a moment before", async () => {
    const email = newAddress("acme.example");
    const token = await begun(email);
    for (let i = 0; i < 3; i += 1) expect(await findSignUpLink(ctxAt(), token)).toEqual({ state: "good", name: "Nora Nueva", email });
    expect(await personOf(email)).toBeNull();
    expect(await confirmSignUp(ctxAt(29), { token, password: PASSWORD })).toEqual({ ok: true, data: { email, outcome: "placed" } });
    expect(await personOf(email)).toMatchObject({ kind: "customer", name: "Nora Nueva", organizationId: ORGANIZATIONS.acme.id, isManager: false });
    expect(await checkPassword({ db: testDb(), email, password: PASSWORD, address: network() })).toMatchObject({ ok: true });
    expect(await confirmSignUp(ctxAt(29), { token, password: PASSWORD })).toEqual(INVALID);
    expect(await findSignUpLink(ctxAt(), token)).toEqual({ state: "spent" });
    expect(await listDecidedSignUps(asCarla())).toMatchObject([{ email, isApproved: true, decidedByName: null, organization: { slug: "acme" } }]);
  });

  it("cannot tell whether the address has an account: the owner of the address is told by mail", async () => {
    const answers = [];
    for (const email of [ana.email, "nadie@acme.example"]) answers.push(await signUp(ctxAt(), { name: "X", email, password: PASSWORD, network: network() }));
    expect(answers).toEqual([{ ok: true, data: { email: ana.email } }, { ok: true, data: { email: "nadie@acme.example" } }]);
    // The same rows of the same tables: what differs, differs in the job.
    expect(await testDb().signUp.count({ where: { email: { in: [ana.email, "nadie@acme.example"] } } })).toBe(2);
    expect((await requestsWaiting()).map(({ kind }) => kind)).toEqual(["sign-up", "sign-up"]);
    expect((await letJobsRun()).map(({ to, subject, token }) => [to, subject, token !== null]).sort()).toEqual([
      [ana.email, "Ya tiene una cuenta en la mesa de soporte", false],
      ["nadie@acme.example", "Confirme su correo para crear su cuenta", true],
    ]);
  });

  it("confirms with the password chosen then: nobody confirms by mistake what a stranger began with their address", async () => {
    const token = await begun();
    expect(await confirmSignUp(ctxAt(), { token, password: "otra contraseña 22" })).toEqual({ ok: false, code: "WRONG_PASSWORD" });
    const tries = [];
    for (let i = 0; i < 10; i += 1) tries.push(await confirmSignUp(ctxAt(), { token, password: "mal" }));
    expect(tries.at(-1)).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
    expect(await confirmSignUp(ctxAt(), { token, password: PASSWORD })).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
  });

  it("becomes one person, however often the form arrives at once", async () => {
    const email = newAddress("acme.example");
    const token = await begun(email);
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM account_link FOR UPDATE", count: 4 }, () => Array.from({ length: 4 }, () => confirmSignUp(ctxAt(), { token, password: PASSWORD })));
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["LINK_INVALID", "LINK_INVALID", "LINK_INVALID", "ok"]);
    expect(await testDb().user.count({ where: { email } })).toBe(1);
  });

  it("twice with one address ends the first link, and waits once", async () => {
    const email = newAddress();
    const [first, second] = [await begun(email, { name: "Uno" }), await begun(email, { name: "Dos", minutes: 1 })];
    expect(await confirmSignUp(ctxAt(2), { token: first, password: PASSWORD })).toEqual(INVALID);
    unwrap(await confirmSignUp(ctxAt(2), { token: second, password: PASSWORD }));
    const third = await begun(email, { name: "Tres", minutes: 3 });
    unwrap(await confirmSignUp(ctxAt(4), { token: third, password: PASSWORD }));
    expect((await listWaitingSignUps(asCarla())).filter((each) => each.email === email).map(({ name }) => name)).toEqual(["Tres"]);
  });

  it("after half an hour gets another link by one press, and after a month is forgotten", async () => {
    const email = newAddress();
    const token = await begun(email);
    expect(await findSignUpLink(ctxAt(30), token)).toEqual({ state: "expired" });
    expect(await confirmSignUp(ctxAt(30), { token, password: PASSWORD })).toEqual(INVALID);
    unwrap(await renewLink(ctxAt(31), { token, network: network() }));
    const [mail] = await letJobsRun(31);
    expect(mail).toMatchObject({ to: email });
    await forgetOldAccounts({ ...ctxAt(40 * 24 * 60), actor: mintSystem() });
    expect(await findSignUpLink(ctxAt(32), mail!.token!)).toBeNull();
    expect(await testDb().signUp.count({ where: { email } })).toBe(0);
  });

  it("with nobody's domain is turned away where only domains place, and nobody signs up where it is closed", async () => {
    const [stray, placed, late] = [await begun(), await begun(newAddress("acme.example")), await begun(newAddress("acme.example"))];
    await inMode("domain");
    expect(await confirmSignUp(ctxAt(), { token: stray, password: PASSWORD })).toEqual({ ok: false, code: "SIGN_UP_NO_PLACE" });
    expect(await confirmSignUp(ctxAt(), { token: placed, password: PASSWORD })).toMatchObject({ ok: true, data: { outcome: "placed" } });
    await inMode("closed");
    expect(await confirmSignUp(ctxAt(), { token: late, password: PASSWORD })).toEqual({ ok: false, code: "SIGN_UP_CLOSED" });
    expect(await signUp(ctxAt(), { name: "X", email: newAddress(), password: PASSWORD, network: network() })).toEqual({ ok: false, code: "SIGN_UP_CLOSED" });
  });
});

describe("the desk", () => {
  it("approves with an organization: the person is told, and comes in with the password chosen at first", async () => {
    const email = newAddress();
    const signUpId = await waiting(email);
    expect(await approveSignUp(asCarla(), { signUpId, organization: "no-existe" })).toEqual({ ok: false, code: "ORGANIZATION_UNKNOWN" });
    unwrap(await approveSignUp(asCarla(), { signUpId, organization: "GLOBEX logística" }));
    expect(await personOf(email)).toMatchObject({ organizationId: ORGANIZATIONS.globex.id });
    expect(await checkPassword({ db: testDb(), email, password: PASSWORD, address: network() })).toMatchObject({ ok: true });
    expect(await letJobsRun()).toMatchObject([{ to: email, subject: "Su cuenta está lista" }]);
    expect(await testDb().signUp.findUniqueOrThrow({ where: { id: signUpId } })).toMatchObject({ passwordHash: null, decidedById: carla.userId });
    expect(await testDb().customerEvent.findFirst({ where: { organizationId: ORGANIZATIONS.globex.id, type: "person.joined" }, orderBy: { id: "desc" } })).toMatchObject({ actorId: carla.userId });
  });

  it("sees of whoever waits which organization invited them; approved there, they are what the invitation meant", async () => {
    const email = newAddress();
    unwrap(await invite({ ...ctxAt(), actor: diego }, { organizationId: ORGANIZATIONS.globex.id, name: "Noé", email, role: "manager" }));
    await letJobsRun();
    const signUpId = await waiting(email);
    expect((await listWaitingSignUps(asCarla())).find(({ id }) => id === signUpId)?.invitedTo).toEqual(["Globex Logística"]);
    expect((await listWaitingSignUps({ ...ctxAt(15 * 24 * 60), actor: carla })).find(({ id }) => id === signUpId)?.invitedTo).toEqual([]);
    unwrap(await approveSignUp(asCarla(), { signUpId, organization: "Globex Logística" }));
    expect(await personOf(email)).toMatchObject({ organizationId: ORGANIZATIONS.globex.id, isManager: true });
    expect(await testDb().invitation.count({ where: { email, state: "open" } })).toBe(0);
    await letJobsRun();
  });

  it("refuses with a reason, which goes out as it was written", async () => {
    const email = newAddress();
    const signUpId = await waiting(email);
    unwrap(await refuseSignUp(asCarla(), { signUpId, reason: "No encontramos su contrato {enlace}." }));
    const [mail] = await letJobsRun();
    expect(mail).toMatchObject({ to: email });
    expect(mail!.text).toContain("No encontramos su contrato {enlace}.");
    expect(await personOf(email)).toBeNull();
  });

  it("decides once, however many press at once", async () => {
    const email = newAddress();
    const signUpId = await waiting(email);
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM sign_up WHERE id = $1 FOR UPDATE", values: [signUpId], count: 3 }, () => [
      approveSignUp(asCarla(), { signUpId, organization: "acme" }),
      approveSignUp({ ...ctxAt(), actor: elena }, { signUpId, organization: "globex" }),
      refuseSignUp({ ...ctxAt(), actor: diego }, { signUpId, reason: "No" }),
    ]);
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["SIGN_UP_DECIDED", "SIGN_UP_DECIDED", "ok"]);
    expect(await letJobsRun()).toHaveLength(1);
  });

  it("is told when the address got an account meanwhile", async () => {
    const email = newAddress();
    const signUpId = await waiting(email);
    await testDb().user.create({ data: { email, name: "Otra", role: "customer" } });
    expect(await approveSignUp(asCarla(), { signUpId, organization: "" })).toEqual({ ok: false, code: "SIGN_UP_TAKEN" });
  });

  it("changes who may sign up by versions: of two at once one is told", async () => {
    const both = await Promise.all([1, 2].map(() => saveAccountSettings({ ...ctxAt(), actor: diego }, { version: 0, signUpMode: "domain" })));
    expect(both.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["ACCOUNT_SETTINGS_CHANGED", "ok"]);
  });
});
