import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canGovernConduct } from "@/lib/conduct/policy";
import { recordConductEvent } from "@/lib/conduct/record";
import type { LiftInput } from "@/lib/conduct/schema";
import { endSuspension, hasEnded, lockVisibleSuspension } from "@/lib/conduct/suspension-record";
import { ok, refuse, type Result } from "@/lib/result";

type Refusals = "FORBIDDEN" | "SUSPENSION_GONE" | "SUSPENSION_ENDED";

/** An administrator ends it early, whoever imposed it: that is never to the customer's harm. */
export function liftSuspension({ db, actor, now }: Context<StaffActor>, { suspensionId, note }: LiftInput): Promise<Result<{ caseId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ caseId: string }, Refusals>> => {
    if (!canGovernConduct(actor)) return refuse("FORBIDDEN");
    const suspension = await lockVisibleSuspension(tx, actor, suspensionId);
    if (!suspension) return refuse("SUSPENSION_GONE");
    if (hasEnded(suspension, now)) return refuse("SUSPENSION_ENDED");
    await endSuspension(tx, { suspension, note, by: actor.userId, now });
    await recordConductEvent(tx, { aboutId: suspension.userId, caseId: suspension.caseId, type: "conduct.lifted", data: { suspensionId }, actor, now });
    return ok({ caseId: suspension.caseId });
  });
}
