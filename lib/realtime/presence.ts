import "server-only";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** Who has not said so for as long is gone; pages say so every `PRESENCE_EVERY_SECONDS`. */
const GONE_SECONDS = 75;

type Place = { subjectId: string; userId: string; now: Temporal.Instant };

/** @returns whether this one was not there before */
export async function markPresent(tx: Tx, { subjectId, userId, now }: Place): Promise<boolean> {
  const [before] = await tx.$queryRaw<{ seenAt: Date }[]>`SELECT seen_at AS "seenAt" FROM presence WHERE subject_id = ${subjectId}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  const seenAt = toDate(now);
  await tx.presence.upsert({ where: { subjectId_userId: { subjectId, userId } }, create: { subjectId, userId, seenAt }, update: { seenAt } });
  return !before || before.seenAt <= goneBefore(now);
}

/** @returns whether this one was there */
export async function markGone(tx: Tx, { subjectId, userId }: Omit<Place, "now">): Promise<boolean> {
  return (await tx.presence.deleteMany({ where: { subjectId, userId } })).count > 0;
}

/** Whether somebody has it in sight now. */
export async function presentIn(tx: Tx, { subjectId, userId, now }: Place): Promise<boolean> {
  return (await tx.presence.count({ where: { subjectId, userId, seenAt: { gt: goneBefore(now) } } })) > 0;
}

/** The others who are there now, in the order of their names. */
export function listOthers(tx: Tx, { subjectId, userId, now }: Place): Promise<{ id: string; name: string }[]> {
  return tx.user.findMany({
    where: { id: { not: userId }, suspendedAt: null, presences: { some: { subjectId, seenAt: { gt: goneBefore(now) } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

function goneBefore(now: Temporal.Instant): Date {
  return toDate(now.subtract({ seconds: GONE_SECONDS }));
}
