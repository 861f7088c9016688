import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { endSessionsOf } from "@/lib/auth/sessions";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { canResetFactor } from "@/lib/security/policy";
import type { ResetFactorInput } from "@/lib/security/schema";
import { readSettings } from "@/lib/security/settings";

type Refusals = "FORBIDDEN" | "NO_FACTOR";

/** Takes away the second factor of somebody who lost it: they sign in with their password, everywhere anew, and are told. */
export async function resetFactor({ db, actor, now }: Context<StaffActor>, { userId, reason }: ResetFactorInput): Promise<Result<null, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    const person = await tx.user.findUnique({ where: { id: userId }, select: { role: true } });
    // Nobody, as the desk's people: administrators alone learn that there is none.
    if (!canResetFactor(actor, { userId, isCustomer: person?.role === "customer" }, await readSettings(tx))) return refuse("FORBIDDEN");
    const { count } = await tx.secondFactor.deleteMany({ where: { userId, confirmedAt: { not: null } } });
    if (count === 0) return refuse("NO_FACTOR");
    await endSessionsOf(tx, { userId, exceptId: null, now });
    await recordSecurityEvent(tx, { type: "factor.reset", data: { reason }, userId, actorId: actor.userId, at: now });
    await queueSecurityMail(tx, { userId, template: "factorreset", facts: { quien: actor.name }, now });
    return ok(null);
  });
}
