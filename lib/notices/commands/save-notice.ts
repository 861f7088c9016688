import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditNotices } from "@/lib/notices/policy";
import { recordNoticeEvent } from "@/lib/notices/record";
import type { SaveNoticeInput } from "@/lib/notices/schema";
import { forgetNotices } from "@/lib/notices/shown-notices";
import { SERVICE_AREAS } from "@/lib/notices/types";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toDateOrNull } from "@/lib/time/instants";

type Answer = Result<{ noticeId: string }, "FORBIDDEN" | "NOTICE_NOWHERE" | "NOTICE_ENDS_FIRST" | "NOTICE_NOT_FOUND" | "NOTICE_CHANGED">;

/** A new message, or the one that was read with other words. */
export async function saveNotice({ db, actor, now }: Context<StaffActor>, { noticeId, version, tone, title, body, startsAt, endsAt, ...ticked }: SaveNoticeInput): Promise<Answer> {
  if (!canEditNotices(actor)) return refuse("FORBIDDEN");
  const areas = SERVICE_AREAS.filter((area) => ticked[area]);
  if (areas.length === 0) return refuse("NOTICE_NOWHERE");
  const from = startsAt ?? now;
  if (endsAt !== null && Temporal.Instant.compare(endsAt, from) <= 0) return refuse("NOTICE_ENDS_FIRST");
  const data = { areas: [...areas], tone, title, body, startsAt: toDate(from), endsAt: toDateOrNull(endsAt), updatedAt: toDate(now), updatedBy: actor.userId };
  const said = { areas: [...areas], tone, title, body, startsAt: from.toString(), endsAt: endsAt?.toString() ?? null };
  const answer = await db.$transaction(async (tx): Promise<Answer> => {
    if (noticeId === undefined) {
      const { id } = await tx.serviceMessage.create({ data: { ...data, createdAt: toDate(now), createdBy: actor.userId }, select: { id: true } });
      await recordNoticeEvent(tx, { noticeId: id, type: "notice.added", data: { ...said, version: 1 }, actor, at: now });
      return ok({ noticeId: id });
    }
    await tx.$queryRaw`SELECT id FROM service_message WHERE id = ${noticeId}::uuid FOR UPDATE`;
    const row = await tx.serviceMessage.findUnique({ where: { id: noticeId }, select: { version: true, title: true, body: true } });
    if (!row) return refuse("NOTICE_NOT_FOUND");
    if (row.version !== version) return refuse("NOTICE_CHANGED", { version: String(row.version), theirs: [row.title, row.body].filter(Boolean).join(". ") });
    await tx.serviceMessage.update({ where: { id: noticeId }, data: { ...data, version: { increment: 1 } } });
    await recordNoticeEvent(tx, { noticeId, type: "notice.changed", data: { ...said, version: version + 1 }, actor, at: now });
    return ok({ noticeId });
  });
  forgetNotices(db);
  return answer;
}
