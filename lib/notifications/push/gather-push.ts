import "server-only";
import type { Db } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { toDate } from "@/lib/time/instants";

export const SEND_PUSH = "notifications.send-push";

/** What one browser is to show. `notificationIds`: at most LISTED_MAX; null for a trial. */
export type PushPayload = { subscriptionId: string; notificationIds: string[] | null };

const LISTED_MAX = 50;

/**
 * Has each of a person's browsers show what is due and not read yet, once. What waits is taken and the jobs that show it are made in one
 * transaction: two at once show it once. It stands in the bell besides, and so it is not asked for again.
 */
export async function gatherPush({ db, now }: { db: Db; now: Temporal.Instant }, { userId }: { userId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string; isRead: boolean }[]>`
      SELECT id, read_at IS NOT NULL AS "isRead" FROM notification
      WHERE user_id = ${userId}::uuid AND push_due_at <= ${toDate(now)}
      ORDER BY at, id FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return;
    await tx.notification.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { pushDueAt: null } });
    const notificationIds = due.filter(({ isRead }) => !isRead).slice(-LISTED_MAX).map(({ id }) => id);
    if (notificationIds.length === 0) return;
    const browsers = await tx.pushSubscription.findMany({ where: { userId }, select: { id: true } });
    for (const { id } of browsers) await enqueue(tx, SEND_PUSH, { subscriptionId: id, notificationIds } satisfies PushPayload);
  });
}
