import type { PersonActor } from "@/lib/auth/actor";
import { beginSession } from "@/lib/auth/sessions";
import { testDb } from "@/tests/support/db";

export const LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
export const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";

/** Somebody signs in. @returns the session's id */
export async function signedIn(person: Pick<PersonActor, "userId">, { userAgent = LAPTOP, address = "203.0.113.45", now = Temporal.Now.instant(), hasProviderFactor = false } = {}): Promise<string> {
  const { sessionVersion } = await testDb().user.findUniqueOrThrow({ where: { id: person.userId }, select: { sessionVersion: true } });
  return beginSession(testDb(), { userId: person.userId, sessionVersion, device: { userAgent, address }, hasProviderFactor, now });
}
