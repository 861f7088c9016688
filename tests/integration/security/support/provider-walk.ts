import { createHash } from "node:crypto";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { admitStranger } from "@/lib/accounts/commands/admit-stranger";
import type { PersonActor } from "@/lib/auth/actor";
import { authOptions } from "@/lib/auth/options";
import { findSession } from "@/lib/auth/person-of-session";
import { env } from "@/lib/env";
import { testDb } from "@/tests/support/db";
import { OIDC_CLIENT, startIdentityProvider, type Somebody } from "@/tests/support/identity-provider";
import { LAPTOP } from "@/tests/support/sessions";

type Provider = Awaited<ReturnType<typeof startIdentityProvider>>;
type Arrived = { to: string; signedIn: PersonActor | null; stage: string | null };

/** A real provider for the tests of a file, and the desk's own addresses as the application serves them. */
export function useIdentityProvider() {
  let provider: Provider;
  beforeAll(async () => {
    provider = await startIdentityProvider();
    Object.assign(process.env, { OIDC_ISSUER: provider.issuer, ...OIDC_CLIENT });
  }, 30_000);
  afterAll(() => {
    provider.stop();
    for (const name of ["OIDC_ISSUER", ...Object.keys(OIDC_CLIENT)]) delete process.env[name];
  });
  return {
    issuer: () => provider.issuer,
    signIn: (somebody: Somebody | null) => signIn(provider, somebody),
    leadAstray: (somebody: Somebody, forget: string) => leadAstray(provider, somebody, forget),
  };
}

/** Back from the provider without one of the cookies that were set before. @returns the path that the desk leads to */
async function leadAstray(provider: Provider, somebody: Somebody, forget: string): Promise<string> {
  await provider.comes(somebody);
  const begun = await begin();
  const back = await walk(begun.redirect, provider.issuer);
  const cookies = Object.fromEntries(Object.entries(begun.cookies).filter(([name]) => !name.includes(forget)));
  return new URL((await call(["callback", "oidc"], { method: "GET", query: Object.fromEntries(back.searchParams), cookies })).redirect).pathname;
}

/** All the way: from the button to the provider and back, as a browser goes it. */
async function signIn(provider: Provider, somebody: Somebody | null): Promise<Arrived> {
  await provider.comes(somebody);
  const begun = await begin();
  const back = await walk(begun.redirect, provider.issuer);
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
async function walk(address: string, issuer: string): Promise<URL> {
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
  await NextAuth(request as never, response as never, authOptions(headers, admitStranger));
  const given = set.map((line) => line.split(";")[0]!.split(/=(.*)/s)).map(([name = "", value = ""]): [string, string] => [name, decodeURIComponent(value)]);
  return { redirect, cookies: { ...cookies, ...Object.fromEntries(given) } };
}
