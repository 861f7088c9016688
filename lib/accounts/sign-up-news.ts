import "server-only";
import type { Tx } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";

export const TELL_SIGN_UP = "notifications.tell-sign-up";

/** A request waits, or waits no longer: the desk is told, or need not read of it any more. */
export function tellSignUpChanged(tx: Tx, signUpId: string): Promise<void> {
  return enqueue(tx, TELL_SIGN_UP, { signUpId });
}

/** What waited under an address, or was never confirmed, gives way to something that came after it. @param id of what came, where it is one of them */
export async function replaceRequests(tx: Tx, { email, id }: { email: string; id: string | null }): Promise<void> {
  const replaced = await tx.signUp.updateManyAndReturn({ where: { email, state: { in: ["unconfirmed", "waiting"] }, ...(id === null ? {} : { id: { not: id } }) }, data: { state: "replaced", passwordHash: null }, select: { id: true, confirmedAt: true } });
  // Of what was never confirmed nobody was told.
  for (const each of replaced) if (each.confirmedAt) await tellSignUpChanged(tx, each.id);
}
