import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { visibleSuspensions } from "@/lib/conduct/visibility";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate, toInstant } from "@/lib/time/instants";

const lockedColumns = { id: true, userId: true, caseId: true, startsAt: true, endsAt: true, imposedBy: true, appeal: { select: { outcome: true } } } as const satisfies Prisma.SuspensionSelect;
export type LockedSuspension = Prisma.SuspensionGetPayload<{ select: typeof lockedColumns }>;

/** Holds it for this transaction; null when there is none that the actor may see. */
export async function lockVisibleSuspension(tx: Tx, actor: Actor, id: string): Promise<LockedSuspension | null> {
  await tx.$queryRaw`SELECT id FROM suspension WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.suspension.findFirst({ where: { AND: [{ id }, visibleSuspensions(actor)] }, select: lockedColumns });
}

export function hasEnded({ endsAt }: LockedSuspension, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(toInstant(endsAt), now) <= 0;
}

/** Ends it now; one that has not begun never does. @returns its end */
export async function endSuspension(tx: Tx, { suspension, note, by, now }: { suspension: LockedSuspension; note: string; by: string; now: Temporal.Instant }): Promise<Date> {
  const at = toDate(now);
  const endsAt = at > suspension.startsAt ? at : suspension.startsAt;
  await tx.suspension.update({ where: { id: suspension.id }, data: { endsAt, liftedAt: at, liftedBy: by, liftNote: note } });
  return endsAt;
}
