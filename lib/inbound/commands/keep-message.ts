import "server-only";
import { createHash } from "node:crypto";
import type { PublicContext } from "@/lib/auth/context";
import { findReader } from "@/lib/auth/person-of-session";
import type { Tx } from "@/lib/db/client";
import type { InboundDoor, InboundVerdict } from "@/lib/db/generated/enums";
import { env } from "@/lib/env";
import { queueAnswer } from "@/lib/inbound/answer";
import { makeLink } from "@/lib/inbound/links";
import { findAnsweredTicket } from "@/lib/inbound/answered-ticket";
import type { InboundFacts } from "@/lib/mail/inbound/facts";
import { readMessage } from "@/lib/mail/inbound/read-message";
import { judge, withoutTag } from "@/lib/mail/inbound/verdict";
import { mailSender } from "@/lib/mail/sender";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** One answer a sender in so many hours. */
const SENDER_HOURS = 24;
/** In all, in an hour: far above what people write, and little enough that forged senders make no flood of it. */
export const ANSWERS_AN_HOUR = 100;

export type KeptMessage = { inboundId: string; verdict: InboundVerdict; /** It was here before. */ isKnown: boolean };

/**
 * Keeps a message that came in, once, and queues its answer where it deserves one; all of it in one transaction, for any number of doors
 * and processes at once. What is no message is refused by the hook, and kept as such from the mailbox, where it would be read again.
 */
export async function keepMessage(ctx: PublicContext, { bytes, door }: { bytes: Uint8Array; door: InboundDoor }): Promise<Result<KeptMessage, "MAIL_UNREADABLE">> {
  const facts = await readMessage(bytes);
  if (!facts && door === "hook") return refuse("MAIL_UNREADABLE");
  const { verdict, evidence } = facts ? judge(facts, { address: mailSender().address.toLowerCase(), host: new URL(env().APP_URL).hostname, trustedServer: env().INBOUND_AUTH_SERVER ?? null }) : ({ verdict: "unreadable", evidence: "" } as const);
  // Until it is known whether it is this sender's turn.
  const first: InboundVerdict = verdict === "answer" ? "answered_today" : verdict;
  const [sender = ""] = facts?.senders ?? [];
  const kept = { messageKey: keyOf({ facts, sender, bytes }), door, sender: sender.slice(0, SENDER_MAX), subject: facts?.subject ?? "", body: facts?.text ?? "", verdict: first, evidence, receivedAt: toDate(ctx.now) };
  return ctx.db.$transaction(async (tx) => {
    // Of a message that comes twice at once, the second waits here and finds the first.
    const [row] = await tx.inboundMail.createManyAndReturn({ data: [kept], skipDuplicates: true, select: { id: true } });
    if (!row) return ok(await findKnown(tx, kept.messageKey));
    const deserves = facts !== null && verdict === "answer";
    return ok({ inboundId: row.id, verdict: deserves ? await answer(tx, { inboundId: row.id, sender, facts, now: ctx.now }) : first, isKnown: false });
  });
}

const SENDER_MAX = 320;

async function findKnown(tx: Tx, messageKey: string): Promise<KeptMessage> {
  const { id, verdict } = await tx.inboundMail.findUniqueOrThrow({ where: { messageKey }, select: { id: true, verdict: true } });
  return { inboundId: id, verdict, isKnown: true };
}

async function answer(tx: Tx, { inboundId, sender, facts, now }: { inboundId: string; sender: string; facts: InboundFacts; now: Temporal.Instant }): Promise<InboundVerdict> {
  const user = await tx.user.findUnique({ where: { email: sender }, select: { id: true } });
  const reader = user && (await findReader({ db: tx }, user.id));
  const ticket = reader && (await findAnsweredTicket(tx, { reader, references: facts.references }));
  const about = { userId: reader?.userId ?? null, ticketId: ticket?.id ?? null };
  const refusal = await takeTurn(tx, { sender, now });
  if (refusal) {
    await tx.inboundMail.update({ where: { id: inboundId }, data: { ...about, verdict: refusal } });
    return refusal;
  }
  const answerId = await queueAnswer(tx, { inboundId, sender, reader, hasTicket: ticket !== null, messageId: facts.messageId, references: facts.references, now });
  await tx.inboundMail.update({ where: { id: inboundId }, data: { ...about, ...makeLink(now), verdict: "answered", answerId } });
  return "answered";
}

/** Takes the hour's place and the sender's day, both or neither; who comes at the same moment waits. @returns why there is none */
async function takeTurn(tx: Tx, { sender, now }: { sender: string; now: Temporal.Instant }): Promise<"answered_today" | "over_limit" | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('inbound answers', 0))`;
  const lately = await tx.inboundMail.count({ where: { verdict: "answered", receivedAt: { gt: toDate(now.subtract({ hours: 1 })) } } });
  if (lately >= ANSWERS_AN_HOUR) return "over_limit";
  const taken = await tx.$queryRaw<unknown[]>`
    INSERT INTO inbound_sender (address, answered_at) VALUES (${withoutTag(sender)}, ${toDate(now)})
    ON CONFLICT (address) DO UPDATE SET answered_at = EXCLUDED.answered_at WHERE inbound_sender.answered_at <= ${toDate(now.subtract({ hours: SENDER_HOURS }))}
    RETURNING address`;
  return taken.length === 1 ? null : "answered_today";
}

/** The same through both doors, and however often it is delivered; two senders may have chosen one Message-ID. */
function keyOf({ facts, sender, bytes }: { facts: InboundFacts | null; sender: string; bytes: Uint8Array }): string {
  const hash = createHash("sha256");
  return (facts?.messageId ? hash.update(`id\n${facts.messageId}\n${sender}`) : hash.update("bytes\n").update(bytes)).digest("hex");
}
