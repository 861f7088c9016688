import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditNotices } from "@/lib/notices/policy";
import type { EndNoticeInput } from "@/lib/notices/schema";
import { recordNoticeEvent } from "@/lib/notices/record";
import { stateOf } from "@/lib/notices/shown";
import { forgetNotices } from "@/lib/notices/shown-notices";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant, toInstantOrNull } from "@/lib/time/instants";

type Answer = Result<{ noticeId: string }, "FORBIDDEN" | "NOTICE_NOT_FOUND">;

/** Over from now on; one that has not begun never does. What is over stays as it ended. */
export async function endNotice({ db, actor, now }: Context<StaffActor>, { noticeId }: EndNoticeInput): Promise<Answer> {
  if (!canEditNotices(actor)) return refuse("FORBIDDEN");
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    await tx.$queryRaw`SELECT id FROM service_message WHERE id = ${noticeId}::uuid FOR UPDATE`;
    const row = await tx.serviceMessage.findUnique({ where: { id: noticeId }, select: { startsAt: true, endsAt: true } });
    if (!row) return refuse("NOTICE_NOT_FOUND");
    const state = stateOf({ startsAt: toInstant(row.startsAt), endsAt: toInstantOrNull(row.endsAt) }, now);
    if (state === "over") return ok({ noticeId });
    // The database wants its end after its beginning, to the millisecond.
    const began = state === "coming" || toDate(now) <= row.startsAt ? { startsAt: toDate(now.subtract({ milliseconds: 1 })) } : {};
    const data = { ...began, endsAt: toDate(now), updatedAt: toDate(now), updatedBy: actor.userId, version: { increment: 1 } };
    const { version } = await tx.serviceMessage.update({ where: { id: noticeId }, data, select: { version: true } });
    await recordNoticeEvent(tx, { noticeId, type: "notice.ended", data: { version, wasShown: state === "shown" }, actor, at: now });
    return ok({ noticeId });
  });
  forgetNotices(db);
  return answer;
}
