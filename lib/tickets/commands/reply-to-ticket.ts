import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { activateTarget, fulfillTargets, pauseTargets, resumeTargets } from "@/lib/sla/targets";
import { canReply, canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import type { ReplyInput, StaffReplyInput } from "@/lib/tickets/schema";
import { moveTicket, type TicketMove } from "@/lib/tickets/transitions";
import { toDate, toInstant } from "@/lib/time/instants";

export type Replied = { reference: string; messageId: string };
type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "MOVE_NOT_ALLOWED";

/** The customer writes: the desk owes an answer again, counted from now; a solved ticket is reopened by it. */
export function replyToTicket({ db, actor, now }: Context<CustomerActor>, input: ReplyInput): Promise<Result<Replied, Refusals>> {
  return db.$transaction((tx) => writeCustomerReply(tx, { actor, now }, input));
}

/** The same inside a transaction that does more. */
export async function writeCustomerReply(tx: Tx, { actor, now }: Pick<Context<CustomerActor>, "actor" | "now">, input: ReplyInput): Promise<Result<Replied, Refusals>> {
  const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
  if (!ticket) return refuse("NOT_FOUND");
  const sent = await findSent(tx, actor.userId, input, ticket);
  if (sent) return sent;
  if (!canReply(actor, ticket)) return refuseClosed(tx, actor, ticket);
  const moved = moveTicket(ticket.status, "customer_reply");
  if (!moved.ok) return moved;

  const at = toInstant(toDate(now));
  const messageId = await writeMessage(tx, { ticket, authorId: actor.userId, isStaff: false, input, at });
  await resumeTargets(tx, { ticketId: ticket.id, at });
  await oweAnswer(tx, ticket, at);
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.replied", data: { messageId }, actor, at: now });
  if (ticket.status === "solved") await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.reopened", data: {}, actor, at: now });
  await updateTicket(tx, ticket, { status: moved.data, solvedAt: null, lastCustomerMessageAt: toDate(now) }, now);
  await discardReplyDraft(tx, actor.userId, ticket.id);
  return ok({ reference: ticket.reference, messageId });
}

const MOVE_AFTER: Record<StaffReplyInput["next"], TicketMove> = { open: "reply", pending: "await_requester", solved: "solve" };

/** The desk answers: its promise is kept as of now. `next` says what the ticket is left in. */
export async function staffReply({ db, actor, now }: Context<StaffActor>, input: StaffReplyInput): Promise<Result<Replied, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<Replied, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const sent = await findSent(tx, actor.userId, input, ticket);
    if (sent) return sent;
    if (!canReply(actor, ticket)) return refuseClosed(tx, actor, ticket);
    const moved = moveTicket(ticket.status === "solved" ? "open" : ticket.status, MOVE_AFTER[input.next]);
    if (!moved.ok) return moved;

    const at = toInstant(toDate(now));
    const messageId = await writeMessage(tx, { ticket, authorId: actor.userId, isStaff: true, input, at });
    await fulfillTargets(tx, { ticketId: ticket.id, kinds: ["first_response", "next_response"], at });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.replied", data: { messageId }, actor, at: now });
    if (ticket.status === "solved" && input.next !== "solved") {
      await activateTarget(tx, { ticketId: ticket.id, kind: "resolution", priority: ticket.priority, at });
      await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.reopened", data: {}, actor, at: now });
    }
    if (input.next === "pending") {
      await pauseTargets(tx, { ticketId: ticket.id, at });
      await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.awaiting-requester", data: {}, actor, at: now });
    } else {
      await resumeTargets(tx, { ticketId: ticket.id, at });
    }
    if (input.next === "solved") {
      await fulfillTargets(tx, { ticketId: ticket.id, kinds: ["resolution"], at });
      if (ticket.status !== "solved") await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.solved", data: {}, actor, at: now });
    }
    await updateTicket(tx, ticket, {
      status: moved.data,
      solvedAt: moved.data === "solved" ? toDate(now) : null,
      lastAgentReplyAt: toDate(now),
      // Whoever answers first has it.
      assigneeId: ticket.assigneeId ?? actor.userId,
    }, now);
    if (!ticket.assigneeId) {
      await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.assigned", data: { from: null, to: actor.userId }, actor, at: now });
    }
    await discardReplyDraft(tx, actor.userId, ticket.id);
    return ok({ reference: ticket.reference, messageId });
  });
}

/** After a customer's message an answer is owed; where one is owed already, the older promise stands. */
async function oweAnswer(tx: Tx, ticket: LockedTicket, at: Temporal.Instant): Promise<void> {
  const owed = await tx.ticketSlaTarget.count({
    where: { ticketId: ticket.id, kind: { in: ["first_response", "next_response"] }, fulfilledAt: null, cancelledAt: null },
  });
  if (owed === 0) await activateTarget(tx, { ticketId: ticket.id, kind: "next_response", priority: ticket.priority, at });
  if (ticket.status === "solved") await activateTarget(tx, { ticketId: ticket.id, kind: "resolution", priority: ticket.priority, at });
}

async function writeMessage(tx: Tx, { ticket, authorId, isStaff, input, at }: {
  ticket: LockedTicket;
  authorId: string;
  isStaff: boolean;
  input: ReplyInput;
  at: Temporal.Instant;
}): Promise<string> {
  const message = await tx.ticketMessage.create({
    data: { ticketId: ticket.id, authorId, isStaff, body: input.body, submissionKey: input.submissionKey, createdAt: toDate(at) },
    select: { id: true },
  });
  return message.id;
}

/** The row lock is held, so a second send of the same form finds the first one's message. A key used on another ticket finds nothing. */
async function findSent(tx: Tx, authorId: string, { submissionKey, body }: ReplyInput, ticket: LockedTicket): Promise<Result<Replied, "ALREADY_SENT"> | null> {
  const message = await tx.ticketMessage.findFirst({ where: { authorId, submissionKey, ticketId: ticket.id }, select: { id: true, body: true } });
  if (!message) return null;
  // Another text under the same key is a second tab that was edited: nothing of it may be lost.
  return message.body === body ? ok({ reference: ticket.reference, messageId: message.id }) : refuse("ALREADY_SENT", { reference: ticket.reference });
}

async function discardReplyDraft(tx: Tx, userId: string, ticketId: string): Promise<void> {
  await tx.ticketDraft.deleteMany({ where: { userId, slot: `reply:${ticketId}` } });
}
