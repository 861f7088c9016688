import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { findOffences } from "@/lib/conduct/find-offences";
import type { MarkSource, Offence } from "@/lib/conduct/types";
import type { Tx } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** A text of a ticket (`messageId` null: of the ticket itself) or of a conversation, and who wrote it. */
type Marked = { aboutId: string } & ({ ticketId: string; messageId: string | null } | { chatMessageId: string });

/** The rule reads what was just written, in the transaction that writes it. It marks, and holds nothing back. */
export async function markByRule(tx: Tx, { subject = "", body, now, ...marked }: Marked & { subject?: string; body: string; now: Temporal.Instant }): Promise<void> {
  const text = markedText({ subject, body });
  const offences = findOffences(text);
  if (offences.length > 0) await mark(tx, { ...marked, source: "rule", offences, comment: "", markedBy: null, now });
}

/** What the rule read and its ranges count in: of a ticket its subject goes before. */
export function markedText({ subject, body }: { subject: string; body: string }): string {
  return subject === "" ? body : `${subject}\n\n${body}`;
}

/** A person's mark. @returns false when they had marked it before: the first one stays */
export async function markByHand(tx: Tx, { actor, comment, now, ...marked }: Marked & { actor: PersonActor; comment: string; now: Temporal.Instant }): Promise<boolean> {
  const source = actor.kind === "customer" ? "customer" : "staff";
  return mark(tx, { ...marked, source, offences: [], comment, markedBy: actor.userId, now });
}

async function mark(tx: Tx, { source, offences, comment, markedBy, now, ...marked }: Marked & {
  source: MarkSource;
  offences: Offence[];
  comment: string;
  markedBy: string | null;
  now: Temporal.Instant;
}): Promise<boolean> {
  const { aboutId } = marked;
  const place = "chatMessageId" in marked ? { chatMessageId: marked.chatMessageId } : { ticketId: marked.ticketId, messageId: marked.messageId };
  const at = toDate(now);
  // One case a message, whoever marks it first: the row of its ticket or conversation is held by all who do.
  const found = await tx.conductCase.findFirst({ where: place, select: { id: true, marks: { where: { markedBy }, select: { id: true } } } });
  if (found && found.marks.length > 0) return false;
  const caseId = found?.id ?? (await tx.conductCase.create({ data: { aboutId, ...place, openedAt: at }, select: { id: true } })).id;
  await tx.conductMark.create({ data: { caseId, source, offences, comment, markedBy, at } });
  await tx.conductEvent.create({ data: { aboutId, caseId, type: "conduct.marked", data: { source }, actorId: markedBy, at } });
  return true;
}
