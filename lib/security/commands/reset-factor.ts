import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { endSessionsOf } from "@/lib/auth/sessions";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { canResetFactor } from "@/lib/security/policy";
import type { PersonInput } from "@/lib/security/schema";

/** Takes away the second factor of somebody who lost it: they sign in with their password, everywhere anew, and are told. */
export async function resetFactor({ db, actor, now }: Context<StaffActor>, { userId }: PersonInput): Promise<Result<null, "FORBIDDEN" | "NO_FACTOR">> {
  if (!canResetFactor(actor, { userId })) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<null, "NO_FACTOR">> => {
    const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
    if (count === 0) return refuse("NO_FACTOR");
    await endSessionsOf(tx, { userId, exceptId: null, now });
    await recordSecurityEvent(tx, { type: "factor.reset", data: {}, userId, actorId: actor.userId, at: now });
    await queueSecurityMail(tx, { userId, matter: "factorReset", facts: { actor: actor.name }, now });
    return ok(null);
  });
}
