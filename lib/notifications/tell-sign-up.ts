import "server-only";
import type { Db } from "@/lib/db/client";
import { keepNotifications } from "@/lib/notifications/keep";
import { tellUnread } from "@/lib/notifications/stream-topic";
import { toDate } from "@/lib/time/instants";

/**
 * Tells whoever of the desk may decide that somebody waits for an account; once it was decided, nobody has to read of it any more, nor gets
 * a mail that says so. Asked twice about one request, they are told once.
 */
export async function tellSignUp({ db, now }: { db: Db; now: Temporal.Instant }, { signUpId }: { signUpId: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    // Whoever decides meanwhile waits, and comes back here afterwards.
    await tx.$queryRaw`SELECT id FROM sign_up WHERE id = ${signUpId}::uuid FOR SHARE`;
    const signUp = await tx.signUp.findUnique({ where: { id: signUpId }, select: { state: true, confirmedAt: true } });
    if (signUp?.state === "waiting" && signUp.confirmedAt) {
      const { confirmedAt: at } = signUp;
      const staff = await tx.user.findMany({ where: { role: { not: "customer" }, suspendedAt: null }, orderBy: { id: "asc" }, select: { id: true } });
      await keepNotifications(tx, { now, tellings: staff.map(({ id: userId }) => ({ userId, topic: "signups", source: `sign-up:${signUpId}`, about: { signUpId }, at })) });
      return;
    }
    const read = await tx.notification.updateManyAndReturn({ where: { signUpId, readAt: null }, data: { readAt: toDate(now) }, select: { userId: true } });
    for (const { userId } of read) await tellUnread(tx, userId);
  });
}
