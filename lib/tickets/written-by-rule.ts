import "server-only";
import { actorRunId, type SystemActor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import { recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

/** @param authorId who answers for it: whoever switched the rule on. It is shown as the desk's own. */
type Writing = { ticket: LockedTicket; authorId: string; body: string; actor: SystemActor; now: Temporal.Instant };

/** A note of a rule on a locked ticket; it moves no clock, and leaves `updatedAt` as it is. */
export async function writeRuleNote(tx: Tx, { ticket, authorId, body, actor, now }: Writing): Promise<void> {
  const { id } = await tx.ticketNote.create({
    data: { ticketId: ticket.id, authorId, runId: actorRunId(actor), body, submissionKey: crypto.randomUUID(), createdAt: toDate(now) },
    select: { id: true },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.noted", data: { noteId: id }, actor, at: now });
}

/** A message of a rule to the customer. Nobody answered by it: no promise is kept, and the state stays. */
export async function writeRuleMessage(tx: Tx, { ticket, authorId, body, actor, now }: Writing): Promise<void> {
  const { id } = await tx.ticketMessage.create({
    data: { ticketId: ticket.id, authorId, isStaff: true, runId: actorRunId(actor), body, submissionKey: crypto.randomUUID(), createdAt: toDate(now) },
    select: { id: true },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.replied", data: { messageId: id }, actor, at: now });
  await updateTicket(tx, ticket, { lastAgentReplyAt: toDate(now) }, now);
}
