import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { confirmSession, endSessionsOf } from "@/lib/auth/sessions";
import type { Tx } from "@/lib/db/client";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { encrypt } from "@/lib/secrets/cipher";
import { boundToFactor, takeCode, type CodeRefusal } from "@/lib/security/check-code";
import { hashOfRecoveryCode, newRecoveryCodes } from "@/lib/security/recovery-codes";
import { newSecret } from "@/lib/security/totp";
import { countTry, forgetTries } from "@/lib/security/tries";
import { toDate } from "@/lib/time/instants";

/** Makes the secret that an authenticator is to take in. Begun again, the one before is void; one that is in force stays. */
export function beginFactor({ db, actor, now }: Context<PersonActor>): Promise<Result<null, "FACTOR_EXISTS">> {
  const { userId } = actor;
  const fields = { ...encrypt(newSecret(), boundToFactor(userId)), createdAt: toDate(now), lastStep: 0n };
  return db.$transaction(async (tx): Promise<Result<null, "FACTOR_EXISTS">> => {
    const { count } = await tx.secondFactor.updateMany({ where: { userId, confirmedAt: null }, data: fields });
    if (count > 0) return ok(null);
    const made = await tx.secondFactor.createMany({ data: { userId, ...fields }, skipDuplicates: true });
    return made.count > 0 ? ok(null) : refuse("FACTOR_EXISTS");
  });
}

/**
 * Puts the second factor into force once a code proves that the authenticator has the secret. Every other session of the person ends:
 * they were begun with a password alone.
 * @returns the recovery codes, which cannot be read again
 */
export async function proveFactor({ db, actor, now }: Context<PersonActor>, { code, sessionId }: { code: string; sessionId: string }): Promise<Result<{ codes: string[] }, CodeRefusal | "FACTOR_EXISTS">> {
  const { userId } = actor;
  if (!(await countTry(db, userId))) return refuse("TOO_MANY_CODES");
  const proved = await db.$transaction(async (tx): Promise<Result<{ codes: string[] }, CodeRefusal | "FACTOR_EXISTS">> => {
    const factor = await tx.secondFactor.findUnique({ where: { userId }, select: { keyId: true, cipher: true, confirmedAt: true } });
    if (!factor) return refuse("NO_FACTOR");
    if (factor.confirmedAt) return refuse("FACTOR_EXISTS");
    if (!(await takeCode(tx, { userId, code: code.replaceAll(/\s/g, ""), factor, now }))) return refuse("WRONG_CODE");
    await tx.secondFactor.update({ where: { userId }, data: { confirmedAt: toDate(now) } });
    const codes = await writeRecoveryCodes(tx, userId, now);
    await confirmSession(tx, { sessionId, userId, now });
    await endSessionsOf(tx, { userId, exceptId: sessionId, now });
    await recordSecurityEvent(tx, { type: "factor.set-up", data: {}, userId, actorId: userId, at: now });
    await queueSecurityMail(tx, { userId, template: "factorsetup", facts: {}, now });
    return ok({ codes });
  });
  if (proved.ok) await forgetTries(db, userId);
  return proved;
}

/** Ten new ones in the place of those that there were. */
export async function writeRecoveryCodes(tx: Tx, userId: string, now: Temporal.Instant): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ userId, codeHash: hashOfRecoveryCode(code), createdAt: toDate(now) })) });
  return codes;
}
