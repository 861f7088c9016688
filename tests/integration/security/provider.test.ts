import { withFactor } from "@/tests/integration/security/support/authenticator";
import { accountMailsTo } from "@/tests/integration/security/support/mails";
import { useIdentityProvider } from "@/tests/integration/security/support/provider-walk";
import { ana, andres, bruno, carla, sergio } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import type { Somebody } from "@/tests/support/identity-provider";
import { LAPTOP } from "@/tests/support/sessions";

useDatabase();
const { signIn, leadAstray, issuer } = useIdentityProvider();

beforeEach(async () => {
  await testDb().userIdentity.deleteMany();
  await testDb().secondFactor.deleteMany();
  await testDb().userSession.deleteMany();
});

describe("a provider", () => {
  it("signs in whoever has its verified address here, links them once, and says so by mail", async () => {
    expect(await signIn({ subject: "sub-ana", email: "Ana@ACME.example" })).toEqual({ to: "/portal/tickets?filter=all", signedIn: ana, stage: "open" });
    expect(await testDb().userIdentity.findMany({ select: { userId: true, issuer: true, subject: true, linkedEmail: true } })).toEqual([{ userId: ana.userId, issuer: issuer(), subject: "sub-ana", linkedEmail: "ana@acme.example" }]);
    const mails = async () => (await accountMailsTo(ana, Temporal.Now.instant())).filter(({ subject }) => subject === "Su cuenta quedó enlazada con Acme ID").length;
    expect(await mails()).toBe(1);
    expect((await testDb().userSession.findFirstOrThrow()).userAgent).toBe(LAPTOP);
    await signIn({ subject: "sub-ana", email: "ana@acme.example" });
    expect([await mails(), await testDb().userIdentity.count(), await testDb().userSession.count()]).toEqual([1, 1, 2]);
  });

  it("is followed by the subject alone once it is linked: another address there moves no account", async () => {
    await signIn({ subject: "sub-ana", email: "ana@acme.example" });
    expect(await signIn({ subject: "sub-ana", email: "bruno@globex.example" })).toMatchObject({ signedIn: ana });
    expect(await signIn({ subject: "sub-ana", email: "x@y.example", isEmailVerified: false })).toMatchObject({ signedIn: ana });
    // Whoever is given the address there is not who had it.
    expect(await signIn({ subject: "sub-otra", email: "ana@acme.example" })).toEqual({ to: "/sign-in?error=PROVIDER_TAKEN", signedIn: null, stage: null });
    expect(await testDb().userIdentity.count()).toBe(1);
  });

  it.each<[string, string, Somebody]>([
    ["PROVIDER_UNVERIFIED", "an address that is not verified", { subject: "s1", email: bruno.email, isEmailVerified: false }],
    ["PROVIDER_WAITING", "an address that nobody has here, of no customer's domain", { subject: "s2", email: "nadie@acme.example" }],
    ["SUSPENDED", "a suspended person", { subject: "s3", email: sergio.email }],
  ])("is refused with %s for %s, and links nothing", async (code, _what, somebody) => {
    expect(await signIn(somebody)).toEqual({ to: `/sign-in?error=${code}`, signedIn: null, stage: null });
    expect([await testDb().userIdentity.count(), await testDb().userSession.count()]).toEqual([0, 0]);
  });

  it("lets in nobody who was suspended since", async () => {
    await signIn({ subject: "sub-andres", email: andres.email });
    await testDb().user.update({ where: { id: andres.userId }, data: { suspendedAt: new Date() } });
    expect(await signIn({ subject: "sub-andres", email: andres.email })).toMatchObject({ to: "/sign-in?error=SUSPENDED", signedIn: null });
    await testDb().user.update({ where: { id: andres.userId }, data: { suspendedAt: null } });
  });

  it("that is left half-way leads back with a reason", async () => {
    expect(await signIn(null)).toEqual({ to: "/sign-in?error=Callback", signedIn: null, stage: null });
  });

  it("is not believed with the state, the nonce or the verifier of another browser", async () => {
    for (const forget of ["state", "pkce", "nonce"]) expect([forget, await leadAstray({ subject: "sub-bruno", email: bruno.email }, forget)]).toEqual([forget, "/api/auth/error"]);
    expect(await testDb().userSession.count()).toBe(0);
  });
});

describe("the second factor behind a provider", () => {
  const enough = (isProviderFactorEnough: boolean) => testDb().securitySettings.update({ where: { id: 1 }, data: { isProviderFactorEnough } });
  const NOW = Temporal.Now.instant();

  it("is asked here, unless the provider asked for one and that counts", async () => {
    await withFactor(carla, NOW);
    const somebody = { subject: "sub-carla", email: carla.email };
    expect(await signIn({ ...somebody, methods: ["pwd", "mfa"] })).toMatchObject({ stage: "code" });
    await enough(true);
    expect(await signIn({ ...somebody, methods: ["pwd", "mfa"] })).toMatchObject({ stage: "open" });
    expect(await signIn({ ...somebody, methods: ["pwd"] })).toMatchObject({ stage: "code" });
    await enough(false);
  });
});
