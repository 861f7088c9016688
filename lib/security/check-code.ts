import "server-only";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import type { Db, Tx } from "@/lib/db/client";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { refuse, type Result } from "@/lib/result";
import { decrypt } from "@/lib/secrets/cipher";
import { hashOfRecoveryCode } from "@/lib/security/recovery-codes";
import { stepOfCode } from "@/lib/security/totp";
import { countTry, forgetTries } from "@/lib/security/tries";
import { toDate } from "@/lib/time/instants";

export type CodeRefusal = "WRONG_CODE" | "TOO_MANY_CODES" | "NO_FACTOR";

type Check = { userId: string; code: string; now: Temporal.Instant };

/**
 * Whether a code of the authenticator, or one of the recovery codes, is right; a right one is used up. Five wrong ones block all codes of
 * the person for 15 minutes.
 * @param then what the code was asked for, in the transaction that uses it up
 */
export async function withCode<T, C extends string>(db: Db, { userId, code, now }: Check, then: (tx: Tx) => Promise<Result<T, C>>): Promise<Result<T, C | CodeRefusal>> {
  if (!(await countTry(db, userId))) return refuse("TOO_MANY_CODES");
  const done = await db.$transaction(async (tx): Promise<Result<T, C | CodeRefusal>> => {
    const factor = await tx.secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } }, select: { keyId: true, cipher: true } });
    if (!factor) return refuse("NO_FACTOR");
    const typed = code.replaceAll(/\s/g, "");
    const isRight = /^\d{6}$/.test(typed) ? await takeCode(tx, { userId, code: typed, factor, now }) : await takeRecoveryCode(tx, { userId, code, now });
    return isRight ? then(tx) : refuse("WRONG_CODE");
  });
  if (done.ok) await forgetTries(db, userId);
  return done;
}

export type SealedFactor = { keyId: string; cipher: Uint8Array };

/** Takes a code of the authenticator's: once, and none that is older than the last one. A secret that cannot be opened makes no code right. */
export async function takeCode(tx: Tx, { userId, code, factor, now }: Check & { factor: SealedFactor }): Promise<boolean> {
  const secret = openFactor(userId, factor);
  const step = secret.ok ? stepOfCode({ secret: secret.data, code, now }) : null;
  if (step === null) return false;
  const { count } = await tx.secondFactor.updateMany({ where: { userId, lastStep: { lt: BigInt(step) } }, data: { lastStep: BigInt(step) } });
  return count > 0;
}

export function openFactor(userId: string, factor: SealedFactor): Result<string, "SEALED_KEY_UNKNOWN" | "SEALED_DAMAGED"> {
  return decrypt(factor, boundToFactor(userId));
}

/** What the ciphertext of a secret belongs to: nobody else's row opens it. */
export function boundToFactor(userId: string): string[] {
  return ["second-factor", userId];
}

async function takeRecoveryCode(tx: Tx, { userId, code, now }: Check): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({ where: { userId, codeHash: hashOfRecoveryCode(code), usedAt: null }, data: { usedAt: toDate(now) } });
  if (count === 0) return false;
  const left = await tx.recoveryCode.count({ where: { userId, usedAt: null } });
  await recordSecurityEvent(tx, { type: "code.recovery-used", data: { left }, userId, actorId: userId, at: now });
  await queueSecurityMail(tx, { userId, template: "recoveryused", facts: { restantes: String(left) }, now });
  return true;
}
