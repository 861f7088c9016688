import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { lockReviewable, recordConductEvent } from "@/lib/conduct/record";
import type { DismissInput } from "@/lib/conduct/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

export type ReviewRefusal = "CASE_GONE" | "NOT_YOURS_TO_JUDGE" | "CASE_REVIEWED";

/** Nothing was out of order, and the note says why. Once: of two reviewers the first one decides. */
export function dismissCase({ db, actor, now }: Context<StaffActor>, { caseId, note }: DismissInput): Promise<Result<{ caseId: string }, ReviewRefusal>> {
  return db.$transaction(async (tx): Promise<Result<{ caseId: string }, ReviewRefusal>> => {
    const found = await lockReviewable(tx, actor, caseId);
    if (typeof found === "string") return refuse(found);
    if (found.state !== "open") return refuse("CASE_REVIEWED");
    await tx.conductCase.update({ where: { id: caseId }, data: { state: "dismissed", reviewedAt: toDate(now), reviewedBy: actor.userId, reviewNote: note } });
    await recordConductEvent(tx, { aboutId: found.aboutId, caseId, type: "conduct.dismissed", data: {}, actor, now });
    return ok({ caseId });
  });
}
