import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { admitStranger } from "@/lib/accounts/commands/admit-stranger";
import { askPasswordLink } from "@/lib/accounts/commands/ask-for-link";
import { confirmSignUp, signUp } from "@/lib/accounts/commands/sign-up";
import { listDecidedSignUps, listWaitingSignUps } from "@/lib/accounts/queries";
import { signInWithIdentity } from "@/lib/auth/identities";
import type { SignUpMode } from "@/lib/db/generated/enums";
import { ctxAt, letJobsRun, network, PASSWORD, personOf } from "@/tests/integration/accounts/support/accounts";
import { useIdentityProvider } from "@/tests/integration/security/support/provider-walk";
import { carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { LAPTOP } from "@/tests/support/sessions";

useDatabase();
const { signIn, issuer } = useIdentityProvider();
const asCarla = () => ({ ...ctxAt(), actor: carla });

beforeAll(() => testDb().organizationDomain.create({ data: { domain: "acme.example", organizationId: ORGANIZATIONS.acme.id, createdAt: new Date() } }));
beforeEach(async () => {
  await testDb().accountSettings.deleteMany();
  await testDb().mailMessage.deleteMany();
});

const inMode = (signUpMode: SignUpMode) => testDb().accountSettings.create({ data: { signUpMode, updatedAt: new Date(), updatedBy: diego.userId } });
/** Who comes through the provider comes now, by the clock. */
const LATER = Math.ceil((Date.now() - NOON.epochMilliseconds) / 60_000) + 10;
const WAITS = { to: "/sign-in?error=PROVIDER_WAITING", signedIn: null, stage: null };
const requestsOf = (email: string) => testDb().signUp.findMany({ where: { email }, orderBy: { createdAt: "asc" }, select: { name: true, state: true, subject: true, passwordHash: true } });

let people = 0;
function somebody(domain: string, more: { name?: string; isEmailVerified?: boolean } = {}) {
  people += 1;
  return { subject: `sub-nueva-${people}`, email: `nueva${people}@${domain}`, name: "Nora Nueva", ...more };
}

describe("whoever the provider vouches for and the desk does not know", () => {
  it("becomes a member of the organization that has the domain, is signed in at once, linked, and told by mail", async () => {
    const nora = somebody("acme.example");
    expect(await signIn({ ...nora, email: nora.email.toUpperCase() })).toMatchObject({ to: "/portal/tickets?filter=all", stage: "open", signedIn: { kind: "customer", name: "Nora Nueva", email: nora.email, organizationId: ORGANIZATIONS.acme.id, isManager: false } });
    const userId = (await personOf(nora.email))!.userId;
    expect(await testDb().userIdentity.findMany({ where: { userId }, select: { issuer: true, subject: true, linkedEmail: true } })).toEqual([{ issuer: issuer(), subject: nora.subject, linkedEmail: nora.email }]);
    expect((await testDb().user.findUniqueOrThrow({ where: { id: userId } })).passwordHash).toBeNull();
    expect((await letJobsRun(LATER)).map(({ to, subject, text }) => [to, subject, text.includes("(Acme Herramientas). Entre con su cuenta de Acme ID:")])).toEqual([[nora.email, "Su cuenta está lista", true]]);
    expect(await listDecidedSignUps(asCarla())).toMatchObject([{ email: nora.email, isApproved: true, decidedByName: null, organization: { slug: "acme" } }]);
    expect(await testDb().customerEvent.findFirst({ where: { userId } })).toMatchObject({ type: "person.joined", actorId: userId });
    // The next time they are who they are, by the subject.
    expect(await signIn({ ...nora, email: "otra@otra.example" })).toMatchObject({ signedIn: { email: nora.email } });
    // And may have a password, by the link of a mail.
    unwrap(await askPasswordLink(ctxAt(LATER), { email: nora.email, network: network() }));
    expect((await letJobsRun(LATER)).map(({ token }) => token !== null)).toEqual([true]);
  });

  it("is nobody with an address that is not verified, whatever its domain: never placed, never asked for", async () => {
    for (const domain of ["acme.example", "suelto.example"]) {
      const nora = somebody(domain, { isEmailVerified: false });
      expect(await signIn(nora)).toEqual({ to: "/sign-in?error=PROVIDER_UNVERIFIED", signedIn: null, stage: null });
      expect([await personOf(nora.email), await requestsOf(nora.email)]).toEqual([null, []]);
    }
  });

  it("waits for the desk without a customer's domain, once however often they come, and enters by the same subject once approved", async () => {
    const nora = somebody("suelto.example");
    for (let i = 0; i < 2; i += 1) expect(await signIn(nora)).toEqual(WAITS);
    expect(await requestsOf(nora.email)).toEqual([{ name: "Nora Nueva", state: "waiting", subject: nora.subject, passwordHash: null }]);
    const waiting = (await listWaitingSignUps(asCarla())).find(({ email }) => email === nora.email)!;
    expect(waiting).toMatchObject({ name: "Nora Nueva", isFromProvider: true });
    expect(await testDb().userSession.count({ where: { user: { email: nora.email } } })).toBe(0);

    unwrap(await approveSignUp(asCarla(), { signUpId: waiting.id, organization: "globex" }));
    expect((await letJobsRun()).map(({ to, text }) => [to, text.includes("Entre con su cuenta de Acme ID:")])).toEqual([[nora.email, true]]);
    expect(await signIn({ ...nora, email: "cambio@suelto.example" })).toMatchObject({ stage: "open", signedIn: { email: nora.email, organizationId: ORGANIZATIONS.globex.id } });
    expect(await signIn({ ...nora, subject: `${nora.subject}-otra` })).toMatchObject({ to: "/sign-in?error=PROVIDER_TAKEN" });
  });

  it("is not let in by a refusal, and asks anew by coming again", async () => {
    const nora = somebody("suelto.example");
    await signIn(nora);
    const { id } = (await listWaitingSignUps(asCarla())).find(({ email }) => email === nora.email)!;
    unwrap(await refuseSignUp(asCarla(), { signUpId: id, reason: "No es cliente" }));
    expect(await signIn(nora)).toEqual(WAITS);
    expect((await requestsOf(nora.email)).map(({ state }) => state)).toEqual(["refused", "waiting"]);
  });

  it("gives way to who has the address now, and to what is confirmed with a password", async () => {
    const nora = somebody("suelto.example");
    await signIn(nora);
    expect(await signIn({ ...nora, subject: "sub-heredera", name: "Otra Persona" })).toEqual(WAITS);
    expect((await requestsOf(nora.email)).map(({ name, state }) => [name, state])).toEqual([["Nora Nueva", "replaced"], ["Otra Persona", "waiting"]]);
    unwrap(await signUp(ctxAt(), { name: "Con clave", email: nora.email, password: PASSWORD, network: network() }));
    const [mail] = await letJobsRun();
    unwrap(await confirmSignUp(ctxAt(), { token: mail!.token!, password: PASSWORD }));
    expect((await listWaitingSignUps(asCarla())).filter(({ email }) => email === nora.email)).toMatchObject([{ name: "Con clave", isFromProvider: false }]);
    // What waits with a password stays: approved, it is theirs whom the provider vouches for too.
    expect(await signIn({ ...nora, subject: "sub-heredera" })).toEqual(WAITS);
    const { id } = (await listWaitingSignUps(asCarla())).find(({ email }) => email === nora.email)!;
    unwrap(await approveSignUp(asCarla(), { signUpId: id, organization: "" }));
    expect(await signIn({ ...nora, subject: "sub-heredera" })).toMatchObject({ stage: "open", signedIn: { name: "Con clave", organizationId: null } });
  });

  it("is turned away in words where only domains place or nobody may sign up, and leaves nothing behind", async () => {
    const [stray, placed, late] = [somebody("suelto.example"), somebody("acme.example"), somebody("acme.example")];
    await inMode("domain");
    expect(await signIn(stray)).toEqual({ to: "/sign-in?error=PROVIDER_NO_PLACE", signedIn: null, stage: null });
    expect(await signIn(placed)).toMatchObject({ stage: "open", signedIn: { kind: "customer" } });
    await inMode("closed");
    expect(await signIn(late)).toEqual({ to: "/sign-in?error=PROVIDER_UNKNOWN", signedIn: null, stage: null });
    expect([...(await requestsOf(stray.email)), ...(await requestsOf(late.email)), await personOf(late.email)]).toEqual([null]);
  });

  it("is never one of the desk, not even with the desk's own domain", async () => {
    const nora = somebody("impera.example");
    expect(await signIn(nora)).toEqual(WAITS);
    const { id } = (await listWaitingSignUps(asCarla())).find(({ email }) => email === nora.email)!;
    unwrap(await approveSignUp(asCarla(), { signUpId: id, organization: "" }));
    expect((await signIn(nora)).signedIn).toMatchObject({ kind: "customer" });
    expect(await testDb().user.count({ where: { role: { not: "customer" } } })).toBe(3);
  });

  it("is one person, and one request, however many browsers come at once", async () => {
    const claims = (each: { subject: string; email: string }) => ({ issuer: issuer(), subject: each.subject, email: each.email, isEmailVerified: true, name: "Nora Nueva", methods: [] });
    const come = (each: { subject: string; email: string }) =>
      Array.from({ length: 5 }, () => signInWithIdentity(testDb(), { claims: claims(each), providerName: "Acme ID", admit: admitStranger, device: { address: "", userAgent: LAPTOP }, now: NOON }));
    const [placed, waits] = [somebody("acme.example"), somebody("suelto.example")];
    const [first, ...others] = await Promise.all(come(placed));
    if (!first?.ok) throw new Error(first?.code);
    for (const each of others) expect(each).toMatchObject({ ok: true, data: { id: first.data.id } });
    expect(await testDb().mailMessage.count({ where: { userId: first.data.id } })).toBe(1);
    expect((await Promise.all(come(waits))).map((each) => (each.ok ? "ok" : each.code))).toEqual(Array.from({ length: 5 }, () => "PROVIDER_WAITING"));
    expect(await requestsOf(waits.email)).toHaveLength(1);
  });

  it("is one person however the domain of the address is written", async () => {
    const nora = somebody("xn--caf-dma.example");
    await testDb().organizationDomain.create({ data: { domain: "xn--caf-dma.example", organizationId: ORGANIZATIONS.globex.id, createdAt: new Date() } });
    expect(await signIn({ ...nora, email: nora.email.replace("xn--caf-dma", "café") })).toMatchObject({ stage: "open", signedIn: { email: nora.email, organizationId: ORGANIZATIONS.globex.id } });
    expect(await signIn({ ...nora, subject: `${nora.subject}-otra`, email: nora.email.replace("xn--caf-dma", "café") })).toMatchObject({ to: "/sign-in?error=PROVIDER_TAKEN" });
  });

  it("has a name that can be shown: what is none becomes the beginning of the address", async () => {
    for (const [name, shown] of [["  Nora\u0007\n Nueva ", "Nora Nueva"], ["Ana\u202e\u2066", "Ana"], ["\u0000\u202e\n.", null], ["", null], [undefined, null], ["x".repeat(300), `${"x".repeat(119)}…`]] as const) {
      const nora = somebody("acme.example");
      await signIn({ subject: nora.subject, email: nora.email, ...(name === undefined ? {} : { name }) });
      expect((await personOf(nora.email))?.name).toBe(shown ?? nora.email.split("@")[0]);
    }
  });
});
