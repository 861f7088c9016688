import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";
import type { NoticeEventData, NoticeEventType } from "./events";

type Subject = { noticeId: string } | { maintenanceId: number };

/** Writes what happened, in the transaction in which it happened. */
export async function recordNoticeEvent<T extends NoticeEventType>(tx: Tx, { type, data, actor, at, ...subject }: Subject & { type: T; data: NoticeEventData<T>; actor: StaffActor; at: Temporal.Instant }): Promise<void> {
  await tx.noticeEvent.create({ data: { ...subject, type, data: data as Prisma.InputJsonObject, actorId: actor.userId, at: toDate(at) } });
}
