import "server-only";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { KbEventData, KbEventType } from "@/lib/kb/events";
import { toDate } from "@/lib/time/instants";

/** Writes what happened, in the transaction in which it happened. `subjectId`: of the category, article, group or question, which may be gone later. */
export async function recordKbEvent<T extends KbEventType>(tx: Tx, { subjectId, type, data, actor, at }: { subjectId: string; type: T; data: KbEventData<T>; actor: Actor; at: Temporal.Instant }): Promise<void> {
  await tx.kbEvent.create({ data: { subjectId, type, data: data as Prisma.InputJsonObject, actorId: actorUserId(actor), at: toDate(at) } });
}
