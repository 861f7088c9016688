import "server-only";
import { endAddressChange, isChangeOpen, lockAddressChange, type AddressSide, type LockedChange } from "@/lib/accounts/address-changes";
import { endLinks, lockLink, readLink, useLink, type LinkState } from "@/lib/accounts/links";
import { queueAccountMail } from "@/lib/accounts/mail";
import { replaceRequests } from "@/lib/accounts/sign-up-news";
import type { PublicContext } from "@/lib/auth/context";
import { findReader } from "@/lib/auth/person-of-session";
import { writeAddress } from "@/lib/auth/people";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { endSessionsOf } from "@/lib/auth/sessions";
import { recordCustomerEvent } from "@/lib/customers/record";
import type { Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const PURPOSES = ["address_old", "address_new"] as const;

/** `from` is told at the address of before alone: the new one may be a stranger's, by a slip. */
export type AddressLinkView =
  | { state: "good"; side: AddressSide; name: string; from: string | null; to: string }
  | { state: "waiting"; side: AddressSide }
  | { state: "done" | "refused"; side: AddressSide; to: string }
  | { state: Exclude<LinkState, "good"> | "closed" };

/** What a link would agree to, or how that stands; null when the desk never made it. */
export async function findAddressLink({ db, now }: PublicContext, token: string): Promise<AddressLinkView | null> {
  const link = await readLink(db, { token, purposes: PURPOSES, now });
  const row = link?.addressChangeId ? await db.addressChange.findUnique({ where: { id: link.addressChangeId }, select: { state: true, oldAddress: true, newAddress: true, expiresAt: true, oldAllowedAt: true, newConfirmedAt: true, user: { select: { name: true, email: true, suspendedAt: true } } } }) : null;
  if (!link || !row) return null;
  const side = sideOf(link);
  const to = row.newAddress;
  if (row.state === "done" || row.state === "refused") return { state: row.state, side, to };
  if (!isChangeOpen(row, now)) return { state: "closed" };
  if (hasAgreed(row, side)) return { state: "waiting", side };
  if (link.state !== "good") return { state: link.state };
  return { state: "good", side, name: row.user.name, from: side === "old" ? row.oldAddress : null, to };
}

type Agreed = { outcome: "waiting" | "changed" };
type Refusals = "LINK_INVALID" | "ADDRESS_CHANGE_CLOSED" | "ADDRESS_CHANGE_FAILED";

/** Whoever has the link has the inbox, and agrees. With the second of both the address changes: sessions elsewhere and links to the old address end. */
export async function agreeToAddress({ db, now }: PublicContext, { token }: { token: string }): Promise<Result<Agreed, Refusals>> {
  try {
    return await db.$transaction(async (tx): Promise<Result<Agreed, Refusals>> => {
      const taken = await takeChange(tx, token, now);
      if (!taken.ok) return taken;
      const { change, side, linkId } = taken.data;
      const isSecond = (side === "old" ? change.newConfirmedAt : change.oldAllowedAt) !== null;
      if (isSecond && (await tx.user.count({ where: { email: change.newAddress } })) > 0) return refuse("ADDRESS_CHANGE_FAILED");
      await useLink(tx, linkId, now);
      const agreed = { ...change, ...(side === "old" ? { oldAllowedAt: toDate(now) } : { newConfirmedAt: toDate(now) }) };
      const { oldAllowedAt, newConfirmedAt, userId, newAddress: to } = agreed;
      await tx.addressChange.update({ where: { id: change.id }, data: { oldAllowedAt, newConfirmedAt } });
      await recordSecurityEvent(tx, { type: side === "old" ? "address.allowed" : "address.confirmed", data: { to }, userId, actorId: null, at: now });
      if (isSecond) await carryOut(tx, agreed, now);
      return ok({ outcome: isSecond ? "changed" : "waiting" });
    });
  } catch (error) {
    // Somebody became the owner of the new address meanwhile.
    if (!isUniqueError(error)) throw error;
    return refuse("ADDRESS_CHANGE_FAILED");
  }
}

/** Whoever has the inbox says no, from either side: it stays as it is, and the account's page says so. */
export function refuseAddress({ db, now }: PublicContext, { token }: { token: string }): Promise<Result<null, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    const taken = await takeChange(tx, token, now);
    if (!taken.ok) return taken;
    const { change, side } = taken.data;
    await endAddressChange(tx, change, { ending: { state: "refused", type: "address.refused", by: side }, actorId: null, now });
    return ok(null);
  });
}

/** The change and one of its links, for this transaction; of two posts at once, the second waits here and finds it spent. */
async function takeChange(tx: Tx, token: string, now: Temporal.Instant): Promise<Result<{ change: LockedChange; side: AddressSide; linkId: string }, "LINK_INVALID" | "ADDRESS_CHANGE_CLOSED">> {
  const seen = await readLink(tx, { token, purposes: PURPOSES, now });
  const change = seen?.addressChangeId ? await lockAddressChange(tx, { id: seen.addressChangeId }) : null;
  const link = await lockLink(tx, { token, purposes: PURPOSES, now });
  if (!change || !link) return refuse("LINK_INVALID");
  return isChangeOpen(change, now) ? ok({ change, side: sideOf(link), linkId: link.id }) : refuse("ADDRESS_CHANGE_CLOSED");
}

async function carryOut(tx: Tx, { id, userId, oldAddress: from, newAddress: to, sessionId, user }: LockedChange, now: Temporal.Instant): Promise<void> {
  const at = toDate(now);
  // Before the person: what uses a link up takes it first.
  await endLinks(tx, { purpose: "password", userId }, now);
  if (!(await writeAddress(tx, { userId, from, to }))) throw new Error("The person was suspended, or got another address, at this very moment.");
  await tx.addressChange.update({ where: { id }, data: { state: "done", closedAt: at } });
  await endSessionsOf(tx, { userId, exceptId: sessionId, now });
  // What was asked for with an address that is somebody's now is answered.
  await replaceRequests(tx, { email: to, id: null });
  await recordSecurityEvent(tx, { type: "address.changed", data: { from, to }, userId, actorId: userId, at: now });
  const person = await findReader({ db: tx }, userId);
  if (person && user.organizationId) await recordCustomerEvent(tx, { organizationId: user.organizationId, userId, type: "person.changed", data: { changes: { email: [from, to] } }, actor: person, at: now });
  await queueAccountMail(tx, { template: "addresschanged", to: { name: user.name, address: from }, userId, facts: { correo: to }, now });
}

function sideOf({ purpose }: { purpose: string }): AddressSide {
  return purpose === "address_old" ? "old" : "new";
}

function hasAgreed({ oldAllowedAt, newConfirmedAt }: { oldAllowedAt: Date | null; newConfirmedAt: Date | null }, side: AddressSide): boolean {
  return (side === "old" ? oldAllowedAt : newConfirmedAt) !== null;
}
