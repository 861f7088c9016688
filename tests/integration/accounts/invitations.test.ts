import { acceptInvitation, findInvitationLink, joinByInvitation } from "@/lib/accounts/commands/accept-invitation";
import { admitStranger } from "@/lib/accounts/commands/admit-stranger";
import { renewLink } from "@/lib/accounts/commands/ask-for-link";
import { approveSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { invite, resendInvitation, withdrawInvitation } from "@/lib/accounts/commands/invite";
import { confirmSignUp, signUp } from "@/lib/accounts/commands/sign-up";
import { forgetOldAccounts } from "@/lib/accounts/forget";
import { listOpenInvitations } from "@/lib/accounts/invitations";
import { listWaitingSignUps } from "@/lib/accounts/queries";
import { inviteSchema } from "@/lib/accounts/schema";
import type { PersonActor } from "@/lib/auth/actor";
import { checkPassword } from "@/lib/auth/check-password";
import { mintSystem } from "@/lib/auth/mint";
import { listCustomerEvents } from "@/lib/customers/queries";
import { ctxAt, forgetRequests, letJobsRun, network, PASSWORD, personOf, requestsWaiting, whileHeldUp } from "@/tests/integration/accounts/support/accounts";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS, sergio } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const ACME = ORGANIZATIONS.acme.id;
const INVALID = { ok: false, code: "LINK_INVALID" };
const DAY = 24 * 60;
const as = (actor: PersonActor, minutes = 0) => ({ ...ctxAt(minutes), actor });

let people = 0;
function newAddress(domain = "invitados.example"): string {
  people += 1;
  return `persona${people}@${domain}`;
}

beforeEach(async () => {
  await testDb().rateLimit.deleteMany();
  await forgetRequests();
  await testDb().mailMessage.deleteMany();
});

/** Invites, and lets the mail go. @returns its token, and which invitation it is */
async function invited(email: string, { by = ana as PersonActor, organizationId = ACME as string, minutes = 0, role }: { by?: PersonActor; organizationId?: string; minutes?: number; role?: "manager" } = {}) {
  unwrap(await invite(as(by, minutes), { organizationId, name: "Noé Nuevo", email, ...(role ? { role } : {}) }));
  const token = (await letJobsRun(minutes)).find(({ to }) => to === email)?.token ?? null;
  const { id } = await testDb().invitation.findFirstOrThrow({ where: { email, organizationId }, orderBy: { createdAt: "desc" } });
  return { token: token ?? "", invitationId: id };
}

const accept = (token: string, minutes = 0) => acceptInvitation(ctxAt(minutes), { token, name: "Noé N. Nuevo", password: PASSWORD });
const waitingNames = async (organizationId: string = ACME) => (await listOpenInvitations(as(diego), { organizationId })).map(({ email }) => email);

describe("an invitation", () => {
  it("of a manager brings a colleague into the organization, with the name and password that they choose; looking uses nothing up", async () => {
    const email = newAddress();
    const { token } = await invited(email);
    for (let i = 0; i < 3; i += 1) expect(await findInvitationLink(ctxAt(), token)).toEqual({ state: "good", way: "account", name: "Noé Nuevo", email, organization: "Acme Herramientas", invitedBy: "Ana Torres" });
    expect(await personOf(email)).toBeNull();
    expect(await accept(token, 29)).toEqual({ ok: true, data: { email } });
    expect(await personOf(email)).toMatchObject({ kind: "customer", name: "Noé N. Nuevo", organizationId: ACME, isManager: false });
    expect(await checkPassword({ db: testDb(), email, password: PASSWORD, address: network() })).toMatchObject({ ok: true });
    expect(await accept(token, 29)).toEqual(INVALID);
    expect(await findInvitationLink(ctxAt(), token)).toEqual({ state: "accepted" });
    expect(await waitingNames()).not.toContain(email);
    expect((await listCustomerEvents(as(diego) as never, { organizationId: ACME })).slice(0, 2)).toMatchObject([
      { type: "person.joined", about: "Noé N. Nuevo", by: "Noé N. Nuevo" },
      { type: "person.invited", facts: { email }, by: "Ana Torres" },
    ]);
  });

  it("of an administrator may make a manager; an agent's and a manager's may not", async () => {
    const email = newAddress();
    unwrap(await accept((await invited(email, { by: diego, role: "manager" })).token));
    expect(await personOf(email)).toMatchObject({ isManager: true });
    for (const by of [carla, ana]) expect(await invite(as(by), { organizationId: ACME, name: "X", email: newAddress(), role: "manager" })).toEqual({ ok: false, code: "FORBIDDEN" });
  });

  it("keeps its role when a manager invites the same address again", async () => {
    const email = newAddress();
    await invited(email, { by: diego, role: "manager" });
    const { token } = await invited(email, { minutes: 1 });
    unwrap(await accept(token, 2));
    expect(await personOf(email)).toMatchObject({ isManager: true });
  });

  it("makes one person of four posts at once", async () => {
    const email = newAddress();
    const { token } = await invited(email);
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM invitation FOR UPDATE", count: 4 }, () => Array.from({ length: 4 }, () => accept(token)));
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["LINK_INVALID", "LINK_INVALID", "LINK_INVALID", "ok"]);
    expect(await testDb().user.count({ where: { email } })).toBe(1);
  });

  it("to one address twice is one that was renewed: the first link is dead before the second is there", async () => {
    const email = newAddress();
    const first = await invited(email);
    unwrap(await invite(as(carla, 5), { organizationId: ACME, name: "Noé", email }));
    expect(await findInvitationLink(ctxAt(5), first.token)).toEqual({ state: "spent" });
    const [second] = await letJobsRun(5);
    const open = (await listOpenInvitations(as(ana, 5), { organizationId: ACME })).filter((each) => each.email === email);
    expect(open).toMatchObject([{ id: first.invitationId, name: "Noé", invitedByName: "Carla Ríos", isExpired: false }]);
    expect(await accept(first.token, 6)).toEqual(INVALID);
    unwrap(await accept(second!.token!, 6));
  });

  it("to one address by several at once is one", async () => {
    const email = newAddress();
    const answers = await Promise.all([ana, carla, diego, ana].map((by) => invite(as(by), { organizationId: ACME, name: "Noé", email })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    expect((await waitingNames()).filter((each) => each === email)).toHaveLength(1);
  });

  it("goes on for its days although each link is good for half an hour: the expired page sends another, to the invited address alone", async () => {
    const email = newAddress();
    const { token } = await invited(email);
    expect(await findInvitationLink(ctxAt(30), token)).toEqual({ state: "expired" });
    expect(await accept(token, 30)).toEqual(INVALID);
    const answers = [await renewLink(ctxAt(3 * DAY), { token, network: network() }), await renewLink(ctxAt(3 * DAY), { token: "x".repeat(43), network: network() })];
    expect(answers).toEqual([{ ok: true, data: null }, { ok: true, data: null }]);
    const mails = await letJobsRun(3 * DAY);
    expect(mails).toMatchObject([{ to: email, subject: "Ana Torres le invita a la mesa de soporte" }]);
    unwrap(await accept(mails[0]!.token!, 3 * DAY + 29));
  });

  it("is over after its days: no link, no renewal; and forgotten a month later", async () => {
    const email = newAddress();
    const { token, invitationId } = await invited(email);
    expect((await listOpenInvitations(as(ana, 14 * DAY), { organizationId: ACME })).find(({ id }) => id === invitationId)).toMatchObject({ isExpired: true });
    expect(await findInvitationLink(ctxAt(14 * DAY), token)).toEqual({ state: "closed" });
    unwrap(await renewLink(ctxAt(14 * DAY), { token, network: network() }));
    expect(await letJobsRun(14 * DAY)).toEqual([]);
    await forgetOldAccounts({ ...ctxAt(43 * DAY), actor: mintSystem() });
    expect(await testDb().invitation.count({ where: { id: invitationId } })).toBe(1);
    await forgetOldAccounts({ ...ctxAt(45 * DAY), actor: mintSystem() });
    expect(await testDb().invitation.count({ where: { id: invitationId } })).toBe(0);
  });

  it("that was withdrawn lets nobody in, also while its mail is on the way", async () => {
    const email = newAddress();
    const { token, invitationId } = await invited(email);
    unwrap(await withdrawInvitation(as(ana), { invitationId }));
    expect(await findInvitationLink(ctxAt(1), token)).toEqual({ state: "closed" });
    expect(await accept(token, 1)).toEqual(INVALID);
    expect(await resendInvitation(as(ana), { invitationId })).toEqual({ ok: false, code: "INVITATION_CLOSED" });
    const other = newAddress();
    unwrap(await invite(as(ana), { organizationId: ACME, name: "Otro", email: other }));
    const { id } = await testDb().invitation.findFirstOrThrow({ where: { email: other } });
    unwrap(await withdrawInvitation(as(ana), { invitationId: id }));
    expect(await letJobsRun()).toEqual([]);
  });

  it("is accepted or withdrawn, not both at once", async () => {
    const email = newAddress();
    const { token, invitationId } = await invited(email);
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM invitation WHERE id = $1 FOR UPDATE", values: [invitationId], count: 2 }, (): Promise<{ ok: boolean }>[] => [accept(token), withdrawInvitation(as(ana), { invitationId })]);
    const { state, userId } = await testDb().invitation.findUniqueOrThrow({ where: { id: invitationId } });
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect([state, userId !== null]).toEqual(answers[0]!.ok ? ["accepted", true] : ["withdrawn", false]);
    expect((await personOf(email)) !== null).toBe(answers[0]!.ok);
  });

  it("is sent again with another link, and the days begin anew", async () => {
    const email = newAddress();
    const { token, invitationId } = await invited(email);
    unwrap(await resendInvitation(as(carla, 13 * DAY), { invitationId }));
    expect(await findInvitationLink(ctxAt(1), token)).toEqual({ state: "spent" });
    const [mail] = await letJobsRun(13 * DAY);
    expect(mail).toMatchObject({ to: email, subject: "Carla Ríos le invita a la mesa de soporte" });
    expect(await findInvitationLink(ctxAt(20 * DAY), mail!.token!)).toEqual({ state: "expired" });
  });

  it("goes to so many an hour and no more, and the same address is not filled by several", async () => {
    const answers = [];
    for (let i = 0; i < 41; i += 1) answers.push(await invite(as(ana), { organizationId: ACME, name: "X", email: newAddress() }));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(40);
    expect(answers.at(-1)).toEqual({ ok: false, code: "INVITATIONS_TOO_MANY" });
    const email = newAddress();
    const again = [];
    for (let i = 0; i < 11; i += 1) again.push(await invite(as([carla, diego][i % 2]!), { organizationId: ACME, name: "X", email }));
    expect(again.at(-1)).toEqual({ ok: false, code: "INVITATIONS_TOO_MANY" });
    expect(again.filter(({ ok }) => ok)).toHaveLength(10);
  });

  it.each(["Gane en https://malo.example", "www.malo.example", "Ana\nBcc: x"])("carries a name, and no address in its place: %j", (name) => {
    expect(inviteSchema.safeParse({ organizationId: ACME, name, email: "a@b.example" }).success).toBe(false);
  });
});

describe("whoever has an account already", () => {
  it("is known to a manager where they are colleagues, and nowhere else: the same is written, said and asked for", async () => {
    expect(await invite(as(ana), { organizationId: ACME, name: "A", email: andres.email })).toEqual({ ok: false, code: "INVITATION_IS_MEMBER", details: { name: "Andrés Luna" } });
    const emails = [bruno.email, carla.email, newAddress()];
    const answers = [];
    for (const email of emails) answers.push(unwrap(await invite(as(ana), { organizationId: ACME, name: "N", email })));
    expect(answers).toEqual(emails.map((email) => ({ name: "N", email, slug: "acme" })));
    expect((await requestsWaiting()).map(({ kind }) => kind)).toEqual(["invitation", "invitation", "invitation"]);
    const open = (await listOpenInvitations(as(ana), { organizationId: ACME })).filter(({ email }) => emails.includes(email));
    expect(open.map(({ id: _id, email: _email, ...rest }) => JSON.stringify(rest)).every((each, _index, all) => each === all[0])).toBe(true);
    // What differs, differs in the mail, which only the owner of the address reads.
    expect((await letJobsRun()).map(({ to, subject, token }) => [to, subject, token !== null]).sort()).toEqual(
      [
        [bruno.email, "Le invitaron a Acme Herramientas", false],
        [carla.email, "Le invitaron a Acme Herramientas", false],
        [emails[2]!, "Ana Torres le invita a la mesa de soporte", true],
      ].sort(),
    );
  });

  it("is told to the desk at once", async () => {
    const answer = (email: string) => invite(as(carla), { organizationId: ORGANIZATIONS.globex.id, name: "N", email });
    expect(await answer(andres.email)).toEqual({ ok: false, code: "INVITATION_ELSEWHERE", details: { name: "Andrés Luna", organization: "Acme Herramientas" } });
    expect(await answer(bruno.email)).toEqual({ ok: false, code: "INVITATION_IS_MEMBER", details: { name: "Bruno Díaz" } });
    expect(await answer(diego.email)).toEqual({ ok: false, code: "INVITATION_IS_STAFF", details: { name: "Diego Mora" } });
    expect(await answer(sergio.email)).toEqual({ ok: false, code: "INVITATION_SUSPENDED", details: { name: "Sergio Ruiz" } });
  });

  it("and is suspended gets no mail", async () => {
    unwrap(await invite(as(bruno), { organizationId: ORGANIZATIONS.globex.id, name: "S", email: sergio.email }));
    expect(await letJobsRun()).toEqual([]);
  });

  it("and belongs nowhere joins with it, once, and by nobody else's session", async () => {
    const email = newAddress();
    const own = await testDb().user.create({ data: { email, name: "Sola Propia", role: "customer" } });
    const { token } = await invited(email, { by: carla });
    expect(await findInvitationLink(ctxAt(), token)).toMatchObject({ state: "good", way: "join" });
    expect(await accept(token)).toEqual({ ok: false, code: "INVITATION_HAS_ACCOUNT" });
    expect(await joinByInvitation(as(andres), { token })).toEqual({ ok: false, code: "INVITATION_OTHER_ACCOUNT" });
    const person = (await personOf(email))!;
    const answers = await Promise.all([1, 2, 3].map(() => joinByInvitation(as(person), { token })));
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["INVITATION_PLACED", "INVITATION_PLACED", "ok"]);
    expect(await personOf(email)).toMatchObject({ userId: own.id, organizationId: ACME, isManager: false });
    expect(await testDb().invitation.findFirst({ where: { email } })).toMatchObject({ state: "accepted", userId: own.id });
  });

  it("since the mail went out is told so, and nothing is used up", async () => {
    const email = newAddress();
    const { token } = await invited(email);
    await testDb().user.create({ data: { email, name: "Entretanto", role: "customer", organizationId: ORGANIZATIONS.globex.id, organizationRole: "member" } });
    expect(await findInvitationLink(ctxAt(), token)).toMatchObject({ state: "good", way: "elsewhere" });
    expect(await accept(token)).toEqual({ ok: false, code: "INVITATION_HAS_ACCOUNT" });
    expect(await joinByInvitation(as((await personOf(email))!), { token })).toEqual({ ok: false, code: "INVITATION_PLACED" });
    expect(await testDb().invitation.findFirst({ where: { email } })).toMatchObject({ state: "open" });
  });
});

describe("whoever was invited and signed up meanwhile", () => {
  async function begunSignUp(email: string): Promise<string> {
    unwrap(await signUp(ctxAt(), { name: "Noé", email, password: PASSWORD, network: network() }));
    return (await letJobsRun()).find(({ to }) => to === email)!.token!;
  }

  it("is there as they were invited, and the invitation is answered", async () => {
    await testDb().organizationDomain.upsert({ where: { domain: "noe.example" }, create: { domain: "noe.example", organizationId: ACME, createdAt: new Date() }, update: {} });
    const email = newAddress("noe.example");
    const { token } = await invited(email, { by: diego, role: "manager" });
    expect(await confirmSignUp(ctxAt(), { token: await begunSignUp(email), password: PASSWORD })).toMatchObject({ ok: true, data: { outcome: "placed" } });
    expect(await personOf(email)).toMatchObject({ organizationId: ACME, isManager: true });
    expect(await findInvitationLink(ctxAt(), token)).toEqual({ state: "accepted" });
  });

  it("is placed by nothing but their own acceptance: an identity provider that vouches for the address leaves them waiting", async () => {
    const email = newAddress();
    const { token } = await invited(email, { by: diego, role: "manager" });
    const admitted = await testDb().$transaction((tx) => admitStranger(tx, { issuer: "https://id.example", subject: email, email, name: "Noé Proveedor", providerName: "Proveedor" }, ctxAt().now));
    expect(admitted).toEqual({ ok: false, code: "PROVIDER_WAITING" });
    expect(await testDb().user.count({ where: { email } })).toBe(0);
    expect(await findInvitationLink(ctxAt(), token)).toMatchObject({ state: "good" });
    unwrap(await acceptInvitation(ctxAt(), { token, name: "Noé", password: "una frase bastante larga" }));
    expect(await personOf(email)).toMatchObject({ organizationId: ACME, isManager: true });
    expect(await testDb().signUp.findMany({ where: { email }, select: { state: true } })).toEqual([{ state: "replaced" }]);
  });

  it("waits for nobody any more once they accept", async () => {
    const email = newAddress();
    const { token } = await invited(email);
    unwrap(await confirmSignUp(ctxAt(), { token: await begunSignUp(email), password: PASSWORD }));
    const { id } = (await listWaitingSignUps(as(carla))).find((each) => each.email === email)!;
    unwrap(await accept(token));
    expect((await listWaitingSignUps(as(carla))).filter((each) => each.email === email)).toEqual([]);
    expect(await approveSignUp(as(carla) as never, { signUpId: id, organization: "globex" })).toEqual({ ok: false, code: "SIGN_UP_DECIDED" });
  });
});
