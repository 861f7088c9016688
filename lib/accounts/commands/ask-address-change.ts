import "server-only";
import { ADDRESS_CHANGE_HOURS, endAddressChange, lockAddressChange } from "@/lib/accounts/address-changes";
import { mayAskForChange } from "@/lib/accounts/limits";
import { requestLink } from "@/lib/accounts/link-requests";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/**
 * Somebody would like to sign in with another address. A link goes to each of both; the address changes once both were pressed. The same
 * is done, written and answered when the new one is somebody's already: a job writes the mails, and its owner is told.
 * @param sessionId the one that asks, and that goes on afterwards
 */
export async function askAddressChange({ db, actor, now }: Context<PersonActor>, { email, sessionId }: { email: string; sessionId: string | null }): Promise<Result<{ email: string }, "ADDRESS_SAME" | "ADDRESS_CHANGES_TOO_MANY">> {
  const { userId } = actor;
  if (email === actor.email) return refuse("ADDRESS_SAME");
  if (!(await mayAskForChange(db, { userId, address: email }))) return refuse("ADDRESS_CHANGES_TOO_MANY");
  await db.$transaction(async (tx) => {
    // Of two at once the second waits here, and takes the place of the first.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address change ${userId}`}, 0))`;
    const before = await lockAddressChange(tx, { userId, state: "open" });
    if (before?.state === "open") await endAddressChange(tx, before, { ending: { state: "withdrawn", type: "address.withdrawn" }, actorId: userId, now });
    const { id } = await tx.addressChange.create({
      data: { userId, oldAddress: actor.email, newAddress: email, sessionId, createdAt: toDate(now), expiresAt: toDate(now.add({ hours: ADDRESS_CHANGE_HOURS })) },
      select: { id: true },
    });
    await recordSecurityEvent(tx, { type: "address.asked", data: { to: email }, userId, actorId: userId, at: now });
    await requestLink(tx, { kind: "address-change", addressChangeId: id });
  });
  return ok({ email });
}

/** It stays as it is. What was decided already is told. */
export function withdrawAddressChange({ db, actor, now }: Context<PersonActor>): Promise<Result<null, "ADDRESS_CHANGE_CLOSED">> {
  const { userId } = actor;
  return db.$transaction(async (tx): Promise<Result<null, "ADDRESS_CHANGE_CLOSED">> => {
    const change = await lockAddressChange(tx, { userId, state: "open" });
    if (change?.state !== "open") return refuse("ADDRESS_CHANGE_CLOSED");
    await endAddressChange(tx, change, { ending: { state: "withdrawn", type: "address.withdrawn" }, actorId: userId, now });
    return ok(null);
  });
}
