import { headers } from "next/headers";
import { contextOf } from "@/lib/actions/context";
import { findSessionOfRequest } from "@/lib/auth/person-of-request";
import { forgetPushOfSession } from "@/lib/notifications/push/forget-session";

/** Before one signs out: this browser is to show nothing of theirs any more. */
export async function forgetPushHere(): Promise<void> {
  const session = await findSessionOfRequest({ headers: await headers() });
  if (session?.claim.sessionId) await forgetPushOfSession(contextOf(session.person), session.claim.sessionId);
}
