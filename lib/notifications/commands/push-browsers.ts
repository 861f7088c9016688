import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { env } from "@/lib/env";
import { enqueue } from "@/lib/jobs/enqueue";
import { SEND_PUSH, type PushPayload } from "@/lib/notifications/push/gather-push";
import { isPushService } from "@/lib/notifications/push/services";
import type { PushBrowserInput } from "@/lib/notifications/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** More browsers than anybody has; the one not seen for longest makes room. */
const BROWSERS_MAX = 10;

export type BrowserSession = { sessionId: string; sessionVersion: number };

/**
 * This browser shows one's notifications from now on; those of whoever used it before, no more. At each visit it is renewed, which counts as
 * seen and carries it into the session of now. NOT_FOUND: it was turned off from elsewhere, or is another person's: it is not to be renewed.
 */
export async function keepPushBrowser({ db, actor, now }: Context<PersonActor>, { endpoint, keys, renews }: PushBrowserInput, session: BrowserSession): Promise<Result<{ subscriptionId: string }, "PUSH_SERVICE_UNKNOWN" | "NOT_FOUND">> {
  if (!isPushService(endpoint, env().PUSH_SERVICES)) return refuse("PUSH_SERVICE_UNKNOWN");
  const at = toDate(now);
  const { userId } = actor;
  const own = { userId, sessionId: session.sessionId, sessionVersion: session.sessionVersion, p256dh: keys.p256dh, auth: keys.auth, seenAt: at };
  return db.$transaction(async (tx): Promise<Result<{ subscriptionId: string }, "NOT_FOUND">> => {
    if (renews !== null) {
      const known = await tx.pushSubscription.findFirst({ where: { endpoint: renews, userId }, select: { id: true } });
      if (!known) return refuse("NOT_FOUND");
      if (renews !== endpoint) await tx.pushSubscription.deleteMany({ where: { id: known.id } });
    }
    const { id: subscriptionId } = await tx.pushSubscription.upsert({ where: { endpoint }, create: { ...own, endpoint, createdAt: at }, update: own, select: { id: true } });
    const rest = await tx.pushSubscription.findMany({ where: { userId }, orderBy: [{ seenAt: "desc" }, { id: "desc" }], skip: BROWSERS_MAX, select: { id: true } });
    if (rest.length > 0) await tx.pushSubscription.deleteMany({ where: { id: { in: rest.map(({ id }) => id) } } });
    return ok({ subscriptionId });
  });
}

/** No browser shows one's notifications any more, wherever one turned that on. */
export async function removePushBrowsers({ db, actor }: Context<PersonActor>): Promise<Result<null, never>> {
  await db.pushSubscription.deleteMany({ where: { userId: actor.userId } });
  return ok(null);
}

export async function removePushBrowser({ db, actor }: Context<PersonActor>, { subscriptionId }: { subscriptionId: string }): Promise<Result<null, "NOT_FOUND">> {
  const { count } = await db.pushSubscription.deleteMany({ where: { id: subscriptionId, userId: actor.userId } });
  return count > 0 ? ok(null) : refuse("NOT_FOUND");
}

/** To see whether it works: a trial, in one's own browser. */
export async function tryPushBrowser({ db, actor }: Context<PersonActor>, { subscriptionId }: { subscriptionId: string }): Promise<Result<null, "NOT_FOUND">> {
  return db.$transaction(async (tx): Promise<Result<null, "NOT_FOUND">> => {
    const count = await tx.pushSubscription.count({ where: { id: subscriptionId, userId: actor.userId } });
    if (count === 0) return refuse("NOT_FOUND");
    await enqueue(tx, SEND_PUSH, { subscriptionId, notificationIds: null } satisfies PushPayload);
    return ok(null);
  });
}
