import "server-only";
import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Db, Tx } from "@/lib/db/client";
import type { AccountLinkPurpose } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { toDate } from "@/lib/time/instants";

/** The one kind of link that leads in: 256 bits, single use, bound to what it is for, whom it is about and the address that it went to. */

export const LINK_MINUTES = 30;

/** Whom or what a link is about. */
export type LinkSubject =
  | { purpose: "password"; userId: string }
  | { purpose: "sign_up"; signUpId: string }
  | { purpose: "invitation"; invitationId: string }
  | { purpose: "address_old" | "address_new"; addressChangeId: string };

/** `spent`: used, or another one came after it. */
export type LinkState = "good" | "spent" | "expired";
export type FoundLink = { id: string; state: LinkState; purpose: AccountLinkPurpose; address: string; userId: string | null; signUpId: string | null; invitationId: string | null; addressChangeId: string | null };

const columns = { id: true, purpose: true, address: true, userId: true, signUpId: true, invitationId: true, addressChangeId: true, expiresAt: true, usedAt: true } as const;

/**
 * Makes a link; the one of the same purpose before it stops working. Its token is an HMAC of a random seed under the desk's own secret,
 * so that a mail can be made anew at each try while neither the table nor the outbox holds what opens the door.
 * @returns its id, for the mail; and the token, for whoever hands it over otherwise
 */
export async function createLink(tx: Tx, { subject, address, now, minutes = LINK_MINUTES }: { subject: LinkSubject; address: string; now: Temporal.Instant; minutes?: number }): Promise<{ linkId: string; token: string }> {
  const { purpose, ...about } = subject;
  const same = purpose === "sign_up" ? { purpose, address } : { purpose, ...about };
  // Of two at once the second waits here, and then ends the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`account link ${JSON.stringify(same)}`}, 0))`;
  await tx.accountLink.updateMany({ where: { ...same, usedAt: null }, data: { usedAt: toDate(now) } });
  const seed = randomBytes(32).toString("base64url");
  const token = tokenOf(seed);
  const { id } = await tx.accountLink.create({
    data: { purpose, address, ...about, seed, tokenHash: hashOfToken(token), createdAt: toDate(now), expiresAt: toDate(now.add({ minutes })) },
    select: { id: true },
  });
  return { linkId: id, token };
}

/** What is known of a link by its token; null when the desk never made it. Looking uses nothing up: a mail scanner that opens links does no harm. */
export async function readLink(db: Db | Tx, { token, purposes, now }: { token: string; purposes: readonly AccountLinkPurpose[]; now: Temporal.Instant }): Promise<FoundLink | null> {
  const row = await db.accountLink.findFirst({ where: { tokenHash: hashOfToken(token), purpose: { in: [...purposes] } }, select: columns });
  if (!row) return null;
  const { expiresAt, usedAt, ...link } = row;
  return { ...link, state: stateOf({ expiresAt, usedAt }, now) };
}

/** Takes a link that is good for this transaction: of two posts at once, the second waits here and finds it spent. */
export async function lockLink(tx: Tx, { token, purposes, now }: { token: string; purposes: readonly AccountLinkPurpose[]; now: Temporal.Instant }): Promise<FoundLink | null> {
  await tx.$queryRaw`SELECT id FROM account_link WHERE token_hash = ${hashOfToken(token)} FOR UPDATE`;
  const link = await readLink(tx, { token, purposes, now });
  return link?.state === "good" ? link : null;
}

export async function useLink(tx: Tx, linkId: string, now: Temporal.Instant): Promise<void> {
  await tx.accountLink.update({ where: { id: linkId }, data: { usedAt: toDate(now) } });
}

/** Ends those that are about the same, before their time. */
export async function endLinks(tx: Tx, about: { invitationId: string } | { addressChangeId: string } | { purpose: "password"; userId: string }, now: Temporal.Instant): Promise<void> {
  await tx.accountLink.updateMany({ where: { ...about, usedAt: null }, data: { usedAt: toDate(now) } });
}

/** For the mail that carries it, at each try; null once it is worth nothing. */
export async function tokenOfLink(tx: Tx, { linkId, now }: { linkId: string; now: Temporal.Instant }): Promise<{ purpose: AccountLinkPurpose; token: string } | null> {
  const row = await tx.accountLink.findUnique({ where: { id: linkId }, select: { ...columns, seed: true, tokenHash: true } });
  if (!row || stateOf(row, now) !== "good") return null;
  const token = [env().APP_SECRET, ...env().APP_SECRET_PREVIOUS].map((secret) => tokenOf(row.seed, secret)).find((each) => hashOfToken(each) === row.tokenHash);
  return token === undefined ? null : { purpose: row.purpose, token };
}

export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function tokenOf(seed: string, secret = env().APP_SECRET): string {
  return createHmac("sha256", secret).update(`mesa account link ${seed}`).digest("base64url");
}

function stateOf({ expiresAt, usedAt }: { expiresAt: Date; usedAt: Date | null }, now: Temporal.Instant): LinkState {
  if (usedAt) return "spent";
  return expiresAt.getTime() <= now.epochMilliseconds ? "expired" : "good";
}
