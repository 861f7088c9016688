import { createHash } from "node:crypto";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { authOptions } from "@/lib/auth/options";
import { findSession } from "@/lib/auth/person-of-session";
import { env } from "@/lib/env";
import { withFactor } from "@/tests/integration/security/support/authenticator";
import { ana, andres, bruno, carla, sergio } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { OIDC_CLIENT, startIdentityProvider, type Somebody } from "@/tests/support/identity-provider";
import { LAPTOP } from "@/tests/support/sessions";

useDatabase();

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let issuer = "";

beforeAll(async () => {
  provider = await startIdentityProvider();
  issuer = provider.issuer;
  Object.assign(process.env, { OIDC_ISSUER: issuer, ...OIDC_CLIENT });
}, 30_000);

afterAll(() => {
  provider.stop();
  for (const name of ["OIDC_ISSUER", ...Object.keys(OIDC_CLIENT)]) delete process.env[name];
});

beforeEach(async () => {
  await testDb().userIdentity.deleteMany();
  await testDb().secondFactor.deleteMany();
  await testDb().userSession.deleteMany();
});

describe("a provider", () => {
  it("signs in whoever has its verified address here, links them once, and says so by mail", async () => {
    expect(await signIn({ subject: "sub-ana", email: "Ana@ACME.example" })).toEqual({ to: "/portal/tickets?filter=all", signedIn: ana, stage: "open" });
    expect(await testDb().userIdentity.findMany({ select: { userId: true, issuer: true, subject: true, linkedEmail: true } })).toEqual([{ userId: ana.userId, issuer, subject: "sub-ana", linkedEmail: "ana@acme.example" }]);
    const mails = () => testDb().mailMessage.count({ where: { userId: ana.userId, subject: "Su cuenta quedó enlazada con Acme ID" } });
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
    ["PROVIDER_UNKNOWN", "an address that nobody has here", { subject: "s2", email: "nadie@acme.example" }],
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
    const attack = async (forget: string) => {
      await provider.comes({ subject: "sub-bruno", email: bruno.email });
      const begun = await begin();
      const back = await walk(begun.redirect);
      const cookies = Object.fromEntries(Object.entries(begun.cookies).filter(([name]) => !name.includes(forget)));
      return (await call(["callback", "oidc"], { method: "GET", query: Object.fromEntries(back.searchParams), cookies })).redirect;
    };
    for (const forget of ["state", "pkce", "nonce"]) expect([forget, new URL(await attack(forget)).pathname]).toEqual([forget, "/api/auth/error"]);
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

/** All the way: from the button to the provider and back, as a browser goes it. */
async function signIn(somebody: Somebody | null) {
  await provider.comes(somebody);
  const begun = await begin();
  const back = await walk(begun.redirect);
  const done = await call(["callback", "oidc"], { method: "GET", query: Object.fromEntries(back.searchParams), cookies: begun.cookies });
  const to = done.redirect.replace(env().APP_URL, "").replace("/api/auth/error", "/sign-in");
  const cookie = done.cookies["next-auth.session-token"];
  const claim = cookie ? await decode({ token: cookie, secret: env().APP_SECRET }) : null;
  const session = claim && (await findSession({ db: testDb() }, claim));
  return { to, signedIn: session?.person ?? null, stage: session?.stage ?? null };
}

async function begin() {
  const csrfToken = "0".repeat(64);
  const csrf = `${csrfToken}|${createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex")}`;
  return call(["signin", "oidc"], { method: "POST", body: { csrfToken, callbackUrl: `${env().APP_URL}/portal/tickets?filter=all`, json: "true" }, cookies: { "next-auth.csrf-token": csrf } });
}

/** Through the provider's own pages. @returns the address at which it hands over to the desk */
async function walk(address: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hops = 0; hops < 12 && at.origin === issuer; hops += 1) {
    const answer = await fetch(at, { redirect: "manual", headers: { cookie: [...jar].map((pair) => pair.join("=")).join("; ") } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";")[0]!.split(/=(.*)/s);
      jar.set(name, value);
    }
    const next = answer.headers.get("location");
    if (!next) throw new Error(`${at.pathname} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    at = new URL(next, at);
  }
  return at;
}

type Call = { method: "GET" | "POST"; query?: Record<string, string>; body?: Record<string, string>; cookies: Record<string, string> };

/** The desk's own address below /api/auth. */
async function call(route: string[], { method, query = {}, body = {}, cookies }: Call): Promise<{ redirect: string; cookies: Record<string, string> }> {
  const headers = { "user-agent": LAPTOP, "x-mesa-client-address": "203.0.113.45" };
  const set: string[] = [];
  let redirect = "";
  const response = {
    status: () => response,
    getHeader: () => set,
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") set.splice(0, set.length, ...[value].flat());
      if (name.toLowerCase() === "location") redirect = String(value);
      return response;
    },
    json(data: { url?: string }) {
      redirect = data.url ?? redirect;
    },
    send() {},
    end() {},
  };
  const request = { method, query: { nextauth: route, ...query }, headers, cookies, body };
  await NextAuth(request as never, response as never, authOptions(headers));
  const given = set.map((line) => line.split(";")[0]!.split(/=(.*)/s)).map(([name = "", value = ""]): [string, string] => [name, decodeURIComponent(value)]);
  return { redirect, cookies: { ...cookies, ...Object.fromEntries(given) } };
}
