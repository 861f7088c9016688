import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordConductEvent } from "@/lib/conduct/record";
import type { AppealInput } from "@/lib/conduct/schema";
import { hasEnded, lockVisibleSuspension } from "@/lib/conduct/suspension-record";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = "SUSPENSION_GONE" | "SUSPENSION_ENDED" | "APPEAL_SENT";

/** The customer's own word on their suspension, once. The same text again is the same appeal. */
export function sendAppeal({ db, actor, now }: Context<CustomerActor>, { suspensionId, body }: AppealInput): Promise<Result<{ suspensionId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ suspensionId: string }, Refusals>> => {
    const suspension = await lockVisibleSuspension(tx, actor, suspensionId);
    if (!suspension) return refuse("SUSPENSION_GONE");
    const sent = await tx.suspensionAppeal.findUnique({ where: { suspensionId }, select: { body: true } });
    if (sent) return sent.body === body ? ok({ suspensionId }) : refuse("APPEAL_SENT");
    if (hasEnded(suspension, now)) return refuse("SUSPENSION_ENDED");
    await tx.suspensionAppeal.create({ data: { suspensionId, body, sentAt: toDate(now) } });
    await recordConductEvent(tx, { aboutId: suspension.userId, caseId: suspension.caseId, type: "conduct.appealed", data: { suspensionId }, actor, now });
    return ok({ suspensionId });
  });
}
