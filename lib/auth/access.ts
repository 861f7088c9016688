import "server-only";
import { endSessionsOf } from "@/lib/auth/sessions";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** Takes somebody's access away, at once and everywhere; what is theirs stays. */
export async function takeAccess(tx: Tx, userId: string, now: Temporal.Instant): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { suspendedAt: toDate(now), sessionVersion: { increment: 1 } } });
  await endSessionsOf(tx, { userId, exceptId: null, now });
}

/** Gives it back. They sign in with what they had. */
export async function giveAccess(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { suspendedAt: null } });
}
