import "server-only";
import type { Db } from "@/lib/db/client";
import { queueMail } from "@/lib/mail/outbox";
import { toDate } from "@/lib/time/instants";

/**
 * Makes one mail of all that waits to be told to a person by mail, once any of it is due. What was read meanwhile needs none. Two at once
 * make one: the second finds nothing.
 */
export async function gatherMail({ db, now }: { db: Db; now: Temporal.Instant }, { userId }: { userId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const waiting = await tx.$queryRaw<{ id: string; isDue: boolean; isRead: boolean }[]>`
      SELECT id, mail_due_at <= ${toDate(now)} AS "isDue", read_at IS NOT NULL AS "isRead" FROM notification
      WHERE user_id = ${userId}::uuid AND mail_due_at IS NOT NULL AND mail_id IS NULL
      ORDER BY id FOR UPDATE SKIP LOCKED`;
    const ids = (isRead: boolean) => waiting.filter((each) => each.isRead === isRead).map(({ id }) => id);
    if (ids(true).length > 0) await tx.notification.updateMany({ where: { id: { in: ids(true) } }, data: { mailDueAt: null } });
    if (!waiting.some(({ isDue, isRead }) => isDue && !isRead)) return;
    const mailId = await queueMail(tx, { kind: "notifications", userId, now });
    await tx.notification.updateMany({ where: { id: { in: ids(false) } }, data: { mailId } });
  });
}
