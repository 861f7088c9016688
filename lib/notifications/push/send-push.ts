import "server-only";
import { createHash } from "node:crypto";
import { generateRequestDetails } from "web-push";
import type { PersonActor } from "@/lib/auth/actor";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { SESSION_DAYS } from "@/lib/auth/sessions";
import type { Db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { mailSender } from "@/lib/mail/sender";
import type { PushPayload } from "@/lib/notifications/push/gather-push";
import { pushKeys } from "@/lib/notifications/push/keys";
import { pushContentOf, trialContent, type PushContent } from "@/lib/notifications/push/push-content";
import { isPushService } from "@/lib/notifications/push/services";
import { notificationView, rowSelect } from "@/lib/notifications/rows";
import { visibleNotifications } from "@/lib/notifications/visibility";
import { toDate } from "@/lib/time/instants";

/** What nobody showed within a day stands in the bell, and by mail. */
const KEPT_SECONDS = 24 * 3600;
const PATIENCE_MS = 10_000;

/**
 * Shows a person's news in one of their browsers: made of what they may see now, and have not read meanwhile. Nothing is shown where the
 * session ended. A subscription that its service does not know any more goes.
 * @throws when the service cannot take it now: the job is tried again
 */
export async function sendPush({ db, now }: { db: Db; now: Temporal.Instant }, { subscriptionId, notificationIds }: PushPayload): Promise<void> {
  const browser = await db.pushSubscription.findUnique({ where: { id: subscriptionId } });
  if (!browser) return;
  const reader = await findPersonOfSession({ db }, { userId: browser.userId, sessionVersion: browser.sessionVersion, sessionId: browser.sessionId });
  // Whoever's browser was not here for so long is not signed in there.
  const isForgotten = browser.seenAt < toDate(now.subtract({ hours: SESSION_DAYS * 24 }));
  if (isForgotten || !isPushService(browser.endpoint, env().PUSH_SERVICES)) {
    await db.pushSubscription.deleteMany({ where: { id: browser.id } });
    return;
  }
  // Whoever signs in there again, and is the same person, goes on with it.
  if (!reader) return;
  const content = notificationIds ? await contentFor(db, { reader, notificationIds, now }) : trialContent(reader.kind);
  if (!content) return;
  const { status, answer } = await handOver(browser, { content, keys: await pushKeys(db, now) });
  if (status < 300) return;
  if (status === 429 || status >= 500) throw new Error(`The push service answered ${status}: ${answer}`);
  // 404 and 410: the browser withdrew. Anything else: it was made for other keys, or says what the standard does not know; asked again at the next visit.
  log.info({ status, answer, host: new URL(browser.endpoint).host }, "push: a subscription goes");
  await db.pushSubscription.deleteMany({ where: { id: browser.id } });
}

async function contentFor(db: Db, { reader, notificationIds, now }: { reader: PersonActor; notificationIds: string[]; now: Temporal.Instant }): Promise<PushContent | null> {
  const mutes = await db.ticketMute.findMany({ where: { userId: reader.userId }, select: { ticketId: true } });
  const muted = new Set(mutes.map(({ ticketId }) => ticketId));
  const rows = await db.notification.findMany({ where: { AND: [visibleNotifications(reader), { id: { in: notificationIds }, readAt: null }] }, orderBy: [{ at: "asc" }, { id: "asc" }], select: rowSelect });
  const views = rows.flatMap((row) => notificationView(reader, row, now) ?? []).filter(({ ticket }) => !ticket || !muted.has(ticket.id));
  return views.length === 0 ? null : pushContentOf(reader.kind, views);
}

type Browser = { endpoint: string; p256dh: string; auth: string };

/** Encrypted for the browser alone (RFC 8291), signed by the desk (RFC 8292), given to the service (RFC 8030). */
async function handOver({ endpoint, p256dh, auth }: Browser, { content, keys }: { content: PushContent; keys: { publicKey: string; privateKey: string } }): Promise<{ status: number; answer: string }> {
  const request = generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(content), {
    vapidDetails: { subject: `mailto:${mailSender().address}`, ...keys },
    TTL: KEPT_SECONDS,
    urgency: "normal",
    // The service drops what it still holds of the same matter.
    topic: createHash("sha256").update(content.tag).digest("base64url").slice(0, 32),
  });
  const response = await fetch(request.endpoint, {
    method: "POST",
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]).filter(([name]) => name.toLowerCase() !== "content-length"),
    body: new Uint8Array(request.body ?? Buffer.alloc(0)),
    // No service leads elsewhere; who does would lead the desk to an address of its choice.
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.type === "opaqueredirect" ? 502 : response.status, answer: (await response.text()).slice(0, 300) };
}
