import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { checkPassword } from "@/lib/auth/check-password";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { confirmSession } from "@/lib/auth/sessions";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { withCode, type CodeRefusal } from "@/lib/security/check-code";
import { writeRecoveryCodes } from "@/lib/security/commands/set-up-factor";
import { canRemoveFactor } from "@/lib/security/policy";
import { readSettings } from "@/lib/security/settings";

/** The second step of signing in, or the proof before what is sensitive: the session is the person's from now on, and freshly so. */
export function giveCode({ db, actor, now }: Context<PersonActor>, { code, sessionId }: { code: string; sessionId: string }): Promise<Result<null, CodeRefusal | "SIGNED_OUT">> {
  const { userId } = actor;
  return withCode(db, { userId, code, now }, async (tx) => ((await confirmSession(tx, { sessionId, userId, now })) ? ok(null) : refuse("SIGNED_OUT")));
}

/** The proof of whoever has no second factor: the password, with the limits of signing in. @param address of the network it comes from */
export async function givePassword({ db, actor, now }: Context<PersonActor>, { password, sessionId, address }: { password: string; sessionId: string; address: string }): Promise<Result<null, "WRONG_PASSWORD" | "TOO_MANY_TRIES" | "SIGNED_OUT" | "CODE_NEEDED">> {
  const { userId } = actor;
  // A password alone is no proof where there is more.
  if ((await db.secondFactor.count({ where: { userId, confirmedAt: { not: null } } })) > 0) return refuse("CODE_NEEDED");
  const checked = await checkPassword({ db, email: actor.email, password, address });
  if (!checked.ok) return refuse(checked.code === "TOO_MANY_TRIES" ? "TOO_MANY_TRIES" : "WRONG_PASSWORD");
  return (await confirmSession(db, { sessionId, userId, now })) ? ok(null) : refuse("SIGNED_OUT");
}

/** New recovery codes; those of before are void. @returns them; they cannot be read again */
export function renewCodes({ db, actor, now }: Context<PersonActor>, { code }: { code: string }): Promise<Result<{ codes: string[] }, CodeRefusal>> {
  const { userId } = actor;
  return withCode(db, { userId, code, now }, async (tx) => {
    const codes = await writeRecoveryCodes(tx, userId, now);
    await recordSecurityEvent(tx, { type: "codes.renewed", data: {}, userId, actorId: userId, at: now });
    return ok({ codes });
  });
}

/** Takes one's own second factor away, where it is one's own choice. */
export async function removeFactor({ db, actor, now }: Context<PersonActor>, { code }: { code: string }): Promise<Result<null, CodeRefusal | "FACTOR_REQUIRED">> {
  const { userId } = actor;
  const { isStaffFactorRequired } = await readSettings(db);
  if (!canRemoveFactor(actor, { isRequired: isStaffFactorRequired })) return refuse("FACTOR_REQUIRED");
  return withCode(db, { userId, code, now }, async (tx) => {
    await tx.secondFactor.delete({ where: { userId } });
    await recordSecurityEvent(tx, { type: "factor.removed", data: {}, userId, actorId: userId, at: now });
    await queueSecurityMail(tx, { userId, template: "factorremoved", facts: {}, now });
    return ok(null);
  });
}
