import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/auth/passwords";
import type { PublicContext } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const LIFE_MINUTES = 30;

/** Whose password a link would set. */
export type PasswordTokenOwner = { name: string; email: string };

/**
 * Makes a one-time link for a person who has none that is still good: older ones stop working. Only the SHA-256 of the token is stored,
 * so what leaks from the database opens nothing.
 * @param minutes how long it works; 30 unless told.
 * @returns the raw token, for the address /set-password/<token>; it cannot be read again.
 */
export async function createPasswordToken({ db, now }: PublicContext, userId: string, { minutes = LIFE_MINUTES } = {}): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    await useUp(tx, userId, now);
    await tx.passwordToken.create({
      data: { userId, tokenHash: hashOf(token), createdAt: toDate(now), expiresAt: toDate(now.add({ minutes })) },
    });
  });
  return token;
}

/** The owner of a link that still works, or null; looking does not use it up, so a mail scanner that opens links does no harm. */
export async function findPasswordToken({ db, now }: PublicContext, token: string): Promise<PasswordTokenOwner | null> {
  const found = await db.passwordToken.findFirst({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: toDate(now) }, user: { suspendedAt: null } },
    select: { user: { select: { name: true, email: true } } },
  });
  return found?.user ?? null;
}

/** Sets the password that the link allows, once, and ends every session of the person. */
export async function setPasswordWithToken(ctx: PublicContext, { token, password }: { token: string; password: string }): Promise<Result<PasswordTokenOwner, "LINK_INVALID">> {
  // The slow hash is only made for a link that is good, and outside the transaction, so that no lock waits for it.
  if (!(await findPasswordToken(ctx, token))) return refuse("LINK_INVALID");
  const passwordHash = await hashPassword(password);

  return ctx.db.$transaction(async (tx): Promise<Result<PasswordTokenOwner, "LINK_INVALID">> => {
    const userId = await lockToken(tx, token, ctx.now);
    if (!userId) return refuse("LINK_INVALID");
    await useUp(tx, userId, ctx.now);
    const owner = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { name: true, email: true },
    });
    return ok(owner);
  });
}

/** Of two posts of the same link at once, the second waits here and then finds it used. */
async function lockToken(tx: Tx, token: string, now: Temporal.Instant): Promise<string | null> {
  const rows = await tx.$queryRaw<{ user_id: string }[]>`
    SELECT t.user_id FROM password_token t JOIN app_user u ON u.id = t.user_id
    WHERE t.token_hash = ${hashOf(token)} AND t.used_at IS NULL AND t.expires_at > ${toDate(now)} AND u.suspended_at IS NULL
    FOR UPDATE OF t`;
  return rows[0]?.user_id ?? null;
}

async function useUp(tx: Tx, userId: string, now: Temporal.Instant): Promise<void> {
  await tx.passwordToken.updateMany({ where: { userId, usedAt: null }, data: { usedAt: toDate(now) } });
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
