import "server-only";
import NextAuth, { getServerSession } from "next-auth";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "@/lib/auth/actor";
import type { SignInRefusal } from "@/lib/auth/check-password";
import { authOptions, SIGN_IN_FAILED } from "@/lib/auth/options";
import { PROVIDER_ID } from "@/lib/auth/provider";
import { findSession, type Session } from "@/lib/auth/person-of-session";
import { noteSeen } from "@/lib/auth/sessions";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { ok, refuse, type Result } from "@/lib/result";

/** The session of this request, however far it has come, or null. Read afresh: what was ended from elsewhere ends at once. */
export const findCurrentSession = cache(async (): Promise<Session | null> => {
  const claim = await getServerSession(authOptions());
  const session = claim && (await findSession({ db: database() }, claim));
  if (session) await noteSeen(database(), { sessionId: session.id, lastSeenAt: session.lastSeenAt, now: Temporal.Now.instant() });
  return session;
});

/** The signed-in person of this request, or null: nobody is signed in before the last step of signing in. */
export async function findPerson(): Promise<PersonActor | null> {
  const session = await findCurrentSession();
  return session?.stage === "open" ? session.person : null;
}

/**
 * Signs in through next-auth's own callback from inside a server action, so that the form works without JavaScript.
 * Sets the session cookie on success.
 */
export async function signInWithPassword({ email, password }: { email: string; password: string }): Promise<Result<null, SignInRefusal>> {
  const response = await callNextAuth(["callback", "credentials"], { email, password });
  const url = new URL(response.redirect, env().APP_URL);
  const refusal = url.searchParams.get("error");
  if (refusal === SIGN_IN_FAILED) throw new Error("The sign-in could not be checked; what went wrong is in the log.");
  if (refusal) return refuse(isSignInRefusal(refusal) ? refusal : "WRONG_CREDENTIALS");
  await applyCookies(response.setCookies);
  return ok(null);
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const response = await callNextAuth(["signout"], {});
  await applyCookies(response.setCookies);
}

/** Begins signing in at the identity provider. @returns its address, or null where it cannot be reached; what is needed on the way back is kept in cookies */
export async function beginProviderSignIn(next: string): Promise<string | null> {
  const appUrl = env().APP_URL;
  const response = await callNextAuth(["signin", PROVIDER_ID], { callbackUrl: `${appUrl}${next}` });
  if (new URL(response.redirect, appUrl).origin === new URL(appUrl).origin) return null;
  await applyCookies(response.setCookies);
  return response.redirect;
}

type AuthResponse = { redirect: string; setCookies: string[] };

/** With a CSRF pair of its own: the framework has checked the request's origin before. */
async function callNextAuth(route: string[], body: Record<string, string>): Promise<AuthResponse> {
  const csrfToken = randomBytes(32).toString("hex");
  const csrfCookie = `${csrfToken}|${createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex")}`;
  const given = await headers();
  const jar = Object.fromEntries((await cookies()).getAll().map((cookie) => [cookie.name, cookie.value]));
  const secure = env().APP_URL.startsWith("https://");
  const request = {
    method: "POST",
    query: { nextauth: route },
    headers: Object.fromEntries(given),
    cookies: { ...jar, [secure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token"]: csrfCookie },
    body: { ...body, csrfToken, json: "true" },
  };
  const answer: AuthResponse = { redirect: env().APP_URL, setCookies: [] };
  const response = {
    status: () => response,
    getHeader: () => answer.setCookies,
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") answer.setCookies = [value].flat();
      if (name.toLowerCase() === "location") answer.redirect = String(value);
      return response;
    },
    json(data: { url?: string }) {
      answer.redirect = data.url ?? answer.redirect;
    },
    send() {},
    end() {},
  };
  // The documented three-argument form takes Node's request and response; these carry all that it reads and writes.
  await NextAuth(request as never, response as never, authOptions(request.headers));
  return answer;
}

async function applyCookies(setCookies: string[]): Promise<void> {
  const jar = await cookies();
  for (const header of setCookies) {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    // The CSRF cookie was made for this one call.
    if (name.includes("csrf-token")) continue;
    const value = decodeURIComponent(pair.slice(name.length + 1));
    const given = new Map(attributes.map((attribute) => [attribute.split("=")[0]!.toLowerCase(), attribute.slice(attribute.indexOf("=") + 1)]));
    const expires = given.get("expires");
    const maxAge = given.get("max-age");
    jar.set(name, value, {
      path: "/",
      httpOnly: true,
      sameSite: "lax",
      secure: env().APP_URL.startsWith("https://"),
      ...(expires ? { expires: new Date(expires) } : {}),
      ...(maxAge ? { maxAge: Number(maxAge) } : {}),
    });
  }
}

function isSignInRefusal(code: string): code is SignInRefusal {
  return code === "WRONG_CREDENTIALS" || code === "SUSPENDED" || code === "TOO_MANY_TRIES";
}
