import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canDecideAppeal, canGovernConduct } from "@/lib/conduct/policy";
import { recordConductEvent } from "@/lib/conduct/record";
import type { DecideAppealInput } from "@/lib/conduct/schema";
import { shortenedEnd } from "@/lib/conduct/suspension-rules";
import { endSuspension, hasEnded, lockVisibleSuspension } from "@/lib/conduct/suspension-record";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "SUSPENSION_GONE" | "SUSPENSION_ENDED" | "OTHER_ADMIN_NEEDED" | "NO_APPEAL" | "APPEAL_DECIDED" | "SHORTEN_TO_EARLIER";

/** Another administrator than who imposed it decides, once, and answers; the suspension follows in the same transaction. */
export function decideAppeal({ db, actor, now }: Context<StaffActor>, { suspensionId, outcome, until, answer }: DecideAppealInput): Promise<Result<{ caseId: string }, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<{ caseId: string }, Refusals>> => {
    if (!canGovernConduct(actor)) return refuse("FORBIDDEN");
    const suspension = await lockVisibleSuspension(tx, actor, suspensionId);
    if (!suspension) return refuse("SUSPENSION_GONE");
    if (!canDecideAppeal(actor, suspension)) return refuse("OTHER_ADMIN_NEEDED");
    if (!suspension.appeal) return refuse("NO_APPEAL");
    if (suspension.appeal.outcome !== null) return refuse("APPEAL_DECIDED");
    if (outcome !== "upheld" && hasEnded(suspension, now)) return refuse("SUSPENSION_ENDED");
    const shorter = outcome === "shortened" ? until && shortenedEnd({ until, endsAt: toInstant(suspension.endsAt), now, zone: DESK_TIME_ZONE }) : null;
    if (outcome === "shortened" && !shorter) return refuse("SHORTEN_TO_EARLIER");

    await tx.suspensionAppeal.update({ where: { suspensionId }, data: { outcome, answer, decidedAt: toDate(now), decidedBy: actor.userId } });
    if (shorter) {
      // A day that is over before it would begin: it never does.
      const endsAt = toDate(shorter) > suspension.startsAt ? toDate(shorter) : suspension.startsAt;
      await tx.suspension.update({ where: { id: suspensionId }, data: { endsAt } });
    }
    if (outcome === "lifted") await endSuspension(tx, { suspension, note: "", by: actor.userId, now });
    const { endsAt } = await tx.suspension.findUniqueOrThrow({ where: { id: suspensionId }, select: { endsAt: true } });
    await recordConductEvent(tx, { aboutId: suspension.userId, caseId: suspension.caseId, type: "conduct.appeal-decided", data: { suspensionId, outcome, endsAt: endsAt.toISOString() }, actor, now });
    return ok({ caseId: suspension.caseId });
  });
}
