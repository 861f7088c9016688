import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { ReviewRefusal } from "@/lib/conduct/commands/dismiss-case";
import { canSuspend } from "@/lib/conduct/policy";
import { lockVisibleCase, partiesOf, recordConductEvent } from "@/lib/conduct/record";
import type { SuspendInput } from "@/lib/conduct/schema";
import { maySuspend, periodOf, type PeriodRefusal } from "@/lib/conduct/suspension-rules";
import { countWarnings } from "@/lib/conduct/warnings";
import { isConstraintError } from "@/lib/db/errors";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = ReviewRefusal | PeriodRefusal | "FORBIDDEN" | "WARNINGS_FIRST" | "SUSPENDED_ALREADY";
type Answer = Result<{ caseId: string; suspensionId: string }, Refusals>;

/**
 * Keeps a customer from writing for a while, after two warnings within the period, or for a threat with its justification. From an open
 * case, or from the one of the last warning. Two at once: the database lets one period through.
 */
export async function suspendPerson({ db, actor, now }: Context<StaffActor>, input: SuspendInput): Promise<Answer> {
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const found = await lockVisibleCase(tx, actor, input.caseId);
      if (!found) return refuse("CASE_GONE");
      if (!canSuspend(actor, partiesOf(found))) return refuse("FORBIDDEN");
      if (found.state !== "open" && found.state !== "warned") return refuse("CASE_REVIEWED");
      const warnings = await countWarnings(tx, { userId: found.aboutId, now });
      if (!maySuspend({ warnings, ...input })) return refuse("WARNINGS_FIRST");
      const period = periodOf({ ...input, now, zone: DESK_TIME_ZONE });
      if (typeof period === "string") return refuse(period);

      const [startsAt, endsAt, at] = [toDate(period.startsAt), toDate(period.endsAt), toDate(now)];
      const { id: suspensionId } = await tx.suspension.create({
        data: { userId: found.aboutId, caseId: found.id, reason: input.reason, scope: input.scope, startsAt, endsAt, imposedAt: at, imposedBy: actor.userId },
        select: { id: true },
      });
      await tx.conductCase.update({ where: { id: found.id }, data: { state: "suspended", reviewedAt: at, reviewedBy: actor.userId } });
      const data = { suspensionId, scope: input.scope, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), ...(input.isThreat && input.justification ? { justification: input.justification } : {}) };
      await recordConductEvent(tx, { aboutId: found.aboutId, caseId: found.id, type: "conduct.suspended", data, actor, now });
      return ok({ caseId: found.id, suspensionId });
    });
  } catch (error) {
    if (!isConstraintError(error, "suspension_one_at_a_time")) throw error;
    return refuse("SUSPENDED_ALREADY");
  }
}
