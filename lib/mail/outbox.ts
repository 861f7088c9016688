import "server-only";
import { randomUUID } from "node:crypto";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { MailKind } from "@/lib/db/generated/enums";
import { enqueue } from "@/lib/jobs/enqueue";
import { minutesUntilRetry, REPEATS_MAX, type MailOutcome } from "@/lib/mail/outcome";
import { toDate } from "@/lib/time/instants";

export const SEND_MAIL = "mail.send";

/** Longer than the postman's patience: nobody else takes a message that is still being handed over. */
const LEASE_MINUTES = 5;

/** What stands in a message, made anew at each try. */
export type MailContent = {
  address: string;
  name: string;
  subject: string;
  text: string;
  html: string;
  threadKey: string | null;
  unsubscribeUrl: string | null;
  /** What opens a door: it travels, and is not kept once it does. */
  secret?: string;
  /** What it answers by itself; whatever comes back of such a message goes to nobody. */
  answers?: AnsweredMail;
};

/** A message that came in, by its ids with their brackets. */
export type AnsweredMail = { messageId: string | null; references: readonly string[] };

/**
 * Puts a message into the outbox inside the transaction of its cause.
 * @param userId null where it goes to somebody who is nobody here yet, whom `to` names
 * @param content where it is known already
 * @param details what its maker needs to know otherwise
 * @returns its id
 */
export async function queueMail(tx: Tx, { kind, userId, to, content, details, now }: {
  kind: MailKind;
  userId: string | null;
  to?: { name: string; address: string };
  content?: Pick<MailContent, "subject" | "text" | "html">;
  details?: Prisma.InputJsonObject;
  now: Temporal.Instant;
}): Promise<string> {
  const at = toDate(now);
  const known = {
    ...(content ? { subject: content.subject, bodyText: content.text, bodyHtml: content.html } : {}),
    ...(to ? { recipientName: to.name, address: to.address } : {}),
    ...(details ? { details } : {}),
  };
  const { id } = await tx.mailMessage.create({ data: { kind, userId, messageKey: randomUUID(), nextAttemptAt: at, createdAt: at, ...known }, select: { id: true } });
  await enqueue(tx, SEND_MAIL, { mailId: id });
  return id;
}

const claimedContent = { id: true, kind: true, userId: true, address: true, recipientName: true, details: true, messageKey: true, subject: true, bodyText: true, bodyHtml: true } as const;
export type ClaimedMail = Prisma.MailMessageGetPayload<{ select: typeof claimedContent }> & { attempts: number; repeats: number; leaseId: string };

/**
 * Takes a message for as long as a try may last; null when it is not its time, somebody else has it, or it is done. Whoever had it and
 * died while handing its text over leaves a message that may have arrived: it is sent again once, and then left to a person.
 */
export async function claimMail(tx: Tx, { mailId, now }: { mailId: string; now: Temporal.Instant }): Promise<ClaimedMail | null> {
  const at = toDate(now);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM mail_message
    WHERE id = ${mailId}::uuid AND ((state = 'waiting' AND next_attempt_at <= ${at}) OR (state = 'sending' AND lease_until <= ${at}))
    FOR UPDATE SKIP LOCKED`;
  if (rows.length === 0) return null;
  const { attempts, repeats, handedOverAt, ...mail } = await tx.mailMessage.findUniqueOrThrow({ where: { id: mailId }, select: { ...claimedContent, attempts: true, repeats: true, handedOverAt: true } });
  const isRepeat = handedOverAt !== null;
  if (isRepeat && repeats >= REPEATS_MAX) {
    await tx.mailMessage.update({ where: { id: mailId }, data: { state: "failed", leaseId: null, leaseUntil: null } });
    return null;
  }
  const leaseId = randomUUID();
  const counts = { attempts: attempts + 1, repeats: repeats + (isRepeat ? 1 : 0) };
  await tx.mailMessage.update({ where: { id: mailId }, data: { state: "sending", leaseId, leaseUntil: toDate(now.add({ minutes: LEASE_MINUTES })), handedOverAt: null, ...counts } });
  return { ...mail, leaseId, ...counts };
}

/** Puts a claimed message to rest: `kept` where there is no server, `withdrawn` where there is nothing to say, `failed` where nobody could receive it. */
export async function settleClaimed(tx: Tx, { id, state, answer = "" }: { id: string; state: "kept" | "withdrawn" | "failed"; answer?: string }): Promise<void> {
  await tx.mailMessage.update({ where: { id }, data: { state, leaseId: null, leaseUntil: null, answer } });
}

/** What a try says, as it is about to be sent. */
export async function keepContent(tx: Tx, { id, content }: { id: string; content: MailContent }): Promise<void> {
  await tx.mailMessage.update({ where: { id }, data: { address: content.address, subject: content.subject, bodyText: content.text, bodyHtml: content.html } });
}

/** Before the first byte of the text: from here on it may arrive. @throws when the lease is another's by now */
export async function markHandedOver(db: Db, { id, leaseId, now }: { id: string; leaseId: string; now: Temporal.Instant }): Promise<void> {
  const { count } = await db.mailMessage.updateMany({ where: { id, leaseId, state: "sending" }, data: { handedOverAt: toDate(now) } });
  if (count === 0) throw new Error("The message is being sent by somebody else.");
}

/** Records what came of a try, if it is still one's own; what is to be tried again comes back as a job of its own. */
export async function recordOutcome(db: Db, { mail, outcome, now }: { mail: ClaimedMail; outcome: MailOutcome; now: Temporal.Instant }): Promise<void> {
  const own = { id: mail.id, leaseId: mail.leaseId, state: "sending" } as const;
  const done = { leaseId: null, leaseUntil: null, answer: outcome.answer };
  if (outcome.kind === "sent") {
    await db.mailMessage.updateMany({ where: own, data: { ...done, state: "sent", sentAt: toDate(now), handedOverAt: null } });
    return;
  }
  const minutes = outcome.kind === "never" || (outcome.kind === "unknown" && mail.repeats >= REPEATS_MAX) ? null : minutesUntilRetry(mail.attempts);
  const handedOverAt = outcome.kind === "unknown" ? toDate(now) : null;
  if (minutes === null) {
    await db.mailMessage.updateMany({ where: own, data: { ...done, state: "failed", handedOverAt } });
    return;
  }
  const nextAttemptAt = now.add({ minutes });
  await db.$transaction(async (tx) => {
    const { count } = await tx.mailMessage.updateMany({ where: own, data: { ...done, state: "waiting", handedOverAt, nextAttemptAt: toDate(nextAttemptAt) } });
    if (count > 0) await enqueue(tx, SEND_MAIL, { mailId: mail.id }, { startAfter: nextAttemptAt });
  });
}

/** Messages whose time came a while ago and that nobody sends: their job was lost, or whoever had them died. Oldest first. */
export async function listOverdueMail(db: Db, { now, lateMinutes, max }: { now: Temporal.Instant; lateMinutes: number; max: number }): Promise<string[]> {
  const rows = await db.mailMessage.findMany({
    where: { OR: [{ state: "waiting", nextAttemptAt: { lt: toDate(now.subtract({ minutes: lateMinutes })) } }, { state: "sending", leaseUntil: { lt: toDate(now) } }] },
    orderBy: { nextAttemptAt: "asc" },
    take: max,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
