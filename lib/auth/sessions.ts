import "server-only";
import { randomUUID } from "node:crypto";
import { deviceName, isSameDevice, shortAddress, type Device } from "@/lib/auth/device";
import type { Db, Tx } from "@/lib/db/client";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { tell } from "@/lib/realtime/tell";
import { toDate } from "@/lib/time/instants";

/** So long the token of a session is good without a visit. */
export const SESSION_DAYS = 14;

const USER_AGENT_MAX = 400;
/** So many earlier sessions tell which devices somebody uses. */
const REMEMBERED = 50;

export type NewSession = { userId: string; sessionVersion: number; device: Device; /** A provider vouched for a second factor, and that counts. */ hasProviderFactor?: boolean; now: Temporal.Instant };

/**
 * Writes that a browser is signed in; where the person has a second factor, it is nobody's session until its code is given. A device that
 * none of the sessions before had is told of by mail.
 * @returns the id that the session's token carries
 */
export function beginSession(db: Db, { userId, sessionVersion, device, hasProviderFactor = false, now }: NewSession): Promise<string> {
  const at = toDate(now);
  const userAgent = device.userAgent.toWellFormed().replaceAll("\0", "").slice(0, USER_AGENT_MAX);
  return db.$transaction(async (tx) => {
    const earlier = await tx.userSession.findMany({ where: { userId }, orderBy: { createdAt: "desc" }, take: REMEMBERED, select: { userAgent: true } });
    const factor = await tx.secondFactor.findFirst({ where: { userId, confirmedAt: { not: null } }, select: { userId: true } });
    const awaitsFactor = factor !== null && !hasProviderFactor;
    const session = { id: randomUUID(), userId, sessionVersion, userAgent, address: shortAddress(device.address), awaitsFactor, hasProviderFactor };
    await tx.userSession.create({ data: { ...session, createdAt: at, lastSeenAt: at, confirmedAt: awaitsFactor ? null : at } });
    const isNewDevice = earlier.length > 0 && !earlier.some((each) => isSameDevice(each.userAgent, userAgent));
    if (isNewDevice) await queueSecurityMail(tx, { userId, template: "newdevice", facts: { dispositivo: deviceWords(userAgent), red: session.address || "—", momento: formatDateTime(now, { now }) }, now });
    return session.id;
  });
}

/** "Chrome en Windows", as far as it is known. */
export function deviceWords(userAgent: string): string {
  const t = getTranslator("security");
  const { browser, system } = deviceName(userAgent);
  if (browser && system) return t("device.both", { browser, system });
  return browser ?? (system ? t("device.system", { system }) : t("device.unknown"));
}

/** Whoever it is proved it just now. @returns false when the session ended meanwhile */
export async function confirmSession(tx: Tx | Db, { sessionId, userId, now }: { sessionId: string; userId: string; now: Temporal.Instant }): Promise<boolean> {
  const { count } = await tx.userSession.updateMany({ where: { id: sessionId, userId, endedAt: null }, data: { awaitsFactor: false, confirmedAt: toDate(now) } });
  return count > 0;
}

/** Ends one session, and the streams that it has open. @returns how many ended: 1, or 0 when it had ended or is somebody else's */
export function endSession(tx: Tx | Db, { sessionId, userId, now }: { sessionId: string; userId: string; now: Temporal.Instant }): Promise<number> {
  return endThose(tx, { userId, id: sessionId }, now);
}

/** Ends all sessions of a person, but for one. @returns how many ended */
export function endSessionsOf(tx: Tx | Db, { userId, exceptId, now }: { userId: string; exceptId: string | null; now: Temporal.Instant }): Promise<number> {
  return endThose(tx, { userId, ...(exceptId === null ? {} : { id: { not: exceptId } }) }, now);
}

async function endThose(tx: Tx | Db, which: { userId: string; id?: string | { not: string } }, now: Temporal.Instant): Promise<number> {
  const ended = await tx.userSession.updateManyAndReturn({ where: { ...which, endedAt: null }, data: { endedAt: toDate(now) }, select: { id: true } });
  for (const { id } of ended) await tell(tx, { topic: "person", kind: "session.ended", subjectId: which.userId, detailId: id });
  return ended.length;
}

/** Written at most so often: a read of a page is no write. */
const SEEN_EVERY_MINUTES = 5;

/** Remembers that the session is in use, if that was not remembered lately. */
export async function noteSeen(db: Db, { sessionId, lastSeenAt, now }: { sessionId: string; lastSeenAt: Date; now: Temporal.Instant }): Promise<void> {
  const before = toDate(now.subtract({ minutes: SEEN_EVERY_MINUTES }));
  if (lastSeenAt >= before) return;
  // Of several requests at once, one writes.
  await db.userSession.updateMany({ where: { id: sessionId, lastSeenAt: { lt: before } }, data: { lastSeenAt: toDate(now) } });
}
