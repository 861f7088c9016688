import { headers } from "next/headers";
import { contextOf } from "@/lib/actions/context";
import { findSessionOfRequest } from "@/lib/auth/person-of-request";
import { signOut } from "@/lib/auth/session";
import { forgetPushOfSession } from "@/lib/notifications/push/forget-session";

/** Every way out of this browser's session: with it goes what the browser shows by itself. */
export async function signOutHere(): Promise<void> {
  const session = await findSessionOfRequest({ headers: await headers() });
  if (session?.claim.sessionId) await forgetPushOfSession(contextOf(session.person), session.claim.sessionId);
  await signOut();
}
