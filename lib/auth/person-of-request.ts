import "server-only";
import { getToken } from "next-auth/jwt";
import type { PersonActor } from "@/lib/auth/actor";
import { findSession, type SessionClaim } from "@/lib/auth/person-of-session";
import { database } from "@/lib/db/database";
import { env } from "@/lib/env";

/**
 * The person of the request that is given, from its own cookies: for code that a library calls, where "the request of now" (next/headers)
 * may be another one's.
 */
export async function findPersonOfRequest(request: Pick<Request, "headers">): Promise<PersonActor | null> {
  return (await findSessionOfRequest(request))?.person ?? null;
}

/** The same with what the session says of itself: for what goes on after the request, and asks again later. */
export async function findSessionOfRequest(request: Pick<Request, "headers">): Promise<{ person: PersonActor; claim: SessionClaim } | null> {
  const { APP_SECRET, APP_URL } = env();
  const jar = cookiesOf(request.headers.get("cookie") ?? "");
  // Typed for the framework's own requests; cookies are all that it reads. A bearer token is no session of a browser.
  const token = await getToken({ req: { cookies: jar, headers: {} } as never, secret: APP_SECRET, secureCookie: APP_URL.startsWith("https://") });
  if (!token) return null;
  const claim = { userId: token.userId, sessionVersion: token.sessionVersion, sessionId: token.sessionId };
  const session = await findSession({ db: database() }, claim);
  return session?.stage === "open" ? { person: session.person, claim } : null;
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(";").flatMap((pair): [string, string][] => {
    const at = pair.indexOf("=");
    return at > 0 ? [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
