import "server-only";
import NextAuth, { getServerSession } from "next-auth";
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "@/lib/auth/actor";
import type { SignInRefusal } from "@/lib/auth/check-password";
import { authOptions, SIGN_IN_FAILED } from "@/lib/auth/options";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";
import { ok, refuse, type Result } from "@/lib/result";

/** The signed-in person of this request, or null. Read afresh: a suspended person's sessions end at once. */
export const findPerson = cache(async (): Promise<PersonActor | null> => findPersonOfSession({ db: database() }, await getServerSession(authOptions())));

/**
 * Signs in through next-auth's own callback from inside a server action, so that the form works without JavaScript.
 * Sets the session cookie on success.
 */
export async function signInWithPassword({ email, password }: { email: string; password: string }): Promise<Result<null, SignInRefusal>> {
  const csrfToken = randomBytes(32).toString("hex");
  const csrfCookie = `${csrfToken}|${createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex")}`;
  const response = await callNextAuth(["callback", "credentials"], { email, password, csrfToken }, csrfCookie);
  const url = new URL(response.redirect, env().APP_URL);
  const refusal = url.searchParams.get("error");
  if (refusal === SIGN_IN_FAILED) throw new Error("The sign-in could not be checked; what went wrong is in the log.");
  if (refusal) return refuse(isSignInRefusal(refusal) ? refusal : "WRONG_CREDENTIALS");
  await applyCookies(response.setCookies);
  return ok(null);
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  const csrfToken = randomBytes(32).toString("hex");
  const csrfCookie = `${csrfToken}|${createHash("sha256").update(`${csrfToken}${env().APP_SECRET}`).digest("hex")}`;
  const response = await callNextAuth(["signout"], { csrfToken }, csrfCookie);
  await applyCookies(response.setCookies);
}

type AuthResponse = { redirect: string; setCookies: string[] };

async function callNextAuth(route: string[], body: Record<string, string>, csrfCookie: string): Promise<AuthResponse> {
  const given = await headers();
  const jar = Object.fromEntries((await cookies()).getAll().map((cookie) => [cookie.name, cookie.value]));
  const secure = env().APP_URL.startsWith("https://");
  const request = {
    method: "POST",
    query: { nextauth: route },
    headers: Object.fromEntries(given),
    cookies: { ...jar, [secure ? "__Host-next-auth.csrf-token" : "next-auth.csrf-token"]: csrfCookie },
    body: { ...body, json: "true" },
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
  await NextAuth(request as never, response as never, authOptions());
  return answer;
}

async function applyCookies(setCookies: string[]): Promise<void> {
  const jar = await cookies();
  for (const header of setCookies) {
    const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    // The CSRF cookie was made for this one call.
    if (!name.includes("session-token")) continue;
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
