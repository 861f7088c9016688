import "server-only";
import { createLink, lockLink, readLink, useLink, type LinkState } from "@/lib/accounts/links";
import { queueAccountMail } from "@/lib/accounts/mail";
import type { PublicContext } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/passwords";
import { writePassword } from "@/lib/auth/people";
import type { Db, Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";

/** Whose password a link would set. */
export type PasswordOwner = { name: string; email: string };

const PURPOSES = ["password"] as const;

/** A link for a person, for whoever hands it over otherwise than by mail. @param minutes how long it works @returns the token, for the address /set-password/<token> */
export async function createPasswordLink({ db, now }: PublicContext, { userId, minutes }: { userId: string; minutes?: number }): Promise<string> {
  return db.$transaction(async (tx) => {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
    const { token } = await createLink(tx, { subject: { purpose: "password", userId }, address: email, now, ...(minutes === undefined ? {} : { minutes }) });
    return token;
  });
}

/** Whose password a link sets, or in what state it is when it sets none; null when the desk never made it. */
export async function findPasswordLink({ db, now }: PublicContext, token: string): Promise<{ state: "good"; owner: PasswordOwner } | { state: Exclude<LinkState, "good"> } | null> {
  const link = await readLink(db, { token, purposes: PURPOSES, now });
  if (!link) return null;
  if (link.state !== "good") return { state: link.state };
  const owner = await ownerOf(db, link);
  return owner && { state: "good", owner: { name: owner.name, email: owner.email } };
}

/** Sets the password that the link allows, once, ends every session of the person, and tells them by mail. */
export async function setPasswordWithLink(ctx: PublicContext, { token, password }: { token: string; password: string }): Promise<Result<PasswordOwner, "LINK_INVALID">> {
  // The slow hash is only made for a link that is good, and outside the transaction, so that no lock waits for it.
  if ((await findPasswordLink(ctx, token))?.state !== "good") return refuse("LINK_INVALID");
  const passwordHash = await hashPassword(password);
  const { db, now } = ctx;
  return db.$transaction(async (tx): Promise<Result<PasswordOwner, "LINK_INVALID">> => {
    const link = await lockLink(tx, { token, purposes: PURPOSES, now });
    const owner = link && (await ownerOf(tx, link));
    if (!owner) return refuse("LINK_INVALID");
    await useLink(tx, link.id, now);
    await writePassword(tx, { userId: owner.id, passwordHash });
    if (owner.hadPassword) await queueAccountMail(tx, { template: "passwordchanged", to: { name: owner.name, address: owner.email }, userId: owner.id, now });
    return ok({ name: owner.name, email: owner.email });
  });
}

/** The person, as long as they may sign in and have the address that the link went to. */
async function ownerOf(db: Db | Tx, link: { userId: string | null; address: string }): Promise<(PasswordOwner & { id: string; hadPassword: boolean }) | null> {
  if (link.userId === null) return null;
  const row = await db.user.findFirst({ where: { id: link.userId, email: link.address, suspendedAt: null }, select: { id: true, name: true, email: true, passwordHash: true } });
  return row && { id: row.id, name: row.name, email: row.email, hadPassword: row.passwordHash !== null };
}
