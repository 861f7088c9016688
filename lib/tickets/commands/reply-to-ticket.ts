import "server-only";
import { checkUploads, claimUploads, hasUnclaimed, type ClaimRefusal } from "@/lib/attachments/claims";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { refuseAttending, type GateRefusal } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import { markByRule } from "@/lib/conduct/marking";
import { refuseSuspended, type BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { writeSealed } from "@/lib/secrets/sealed-values";
import { activateTarget, fulfillTargets, pauseTargets, resumeTargets } from "@/lib/sla/targets";
import { endSnooze } from "@/lib/tickets/commands/snooze-ticket";
import { canReply, canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import { reviewForm, type ReviewedForm } from "@/lib/tickets/review-form";
import type { ReplyInput, StaffReplyInput } from "@/lib/tickets/schema";
import { forgetSentDraft } from "@/lib/drafts/sent";
import { moveTicket, type TicketMove } from "@/lib/tickets/transitions";
import { toDate, toInstant } from "@/lib/time/instants";

export type Replied = { reference: string; messageId: string };
type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "MOVE_NOT_ALLOWED" | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG" | ClaimRefusal;
type StaffRefusals = Refusals | GateRefusal;
type CustomerRefusals = Refusals | BarredRefusal;
type Reviewed = ReviewedForm<ReplyInput>;

/** The customer writes: the desk owes an answer again, counted from now; a solved ticket is reopened by it. */
export async function replyToTicket(ctx: Context<CustomerActor>, input: ReplyInput): Promise<Result<Replied, CustomerRefusals>> {
  const reviewed = await reviewForm(ctx, input);
  if (!reviewed.ok) return reviewed;
  return ctx.db.$transaction((tx) => writeCustomerReply(tx, ctx, reviewed.data));
}

/** The same inside a transaction that does more, with a text that was reviewed. */
export async function writeCustomerReply(tx: Tx, { actor, now }: Pick<Context<CustomerActor>, "actor" | "now">, input: Reviewed): Promise<Result<Replied, CustomerRefusals>> {
  const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
  if (!ticket) return refuse("NOT_FOUND");
  const sent = await findSent(tx, actor, input, ticket);
  if (sent) return sent;
  if (!canReply(actor, ticket)) return refuseClosed(tx, actor, ticket);
  const { isEssential } = await tx.department.findUniqueOrThrow({ where: { id: ticket.departmentId }, select: { isEssential: true } });
  const suspended = await refuseSuspended(tx, { userId: actor.userId, isEssential, now });
  if (suspended) return suspended;
  const moved = moveTicket(ticket.status, "customer_reply");
  if (!moved.ok) return moved;
  const uploads = await checkUploads(tx, actor, input.attachments);
  if (!uploads.ok) return uploads;

  const at = toInstant(toDate(now));
  const messageId = await writeMessage(tx, { ticket, authorId: actor.userId, isStaff: false, input, at });
  await claimUploads(tx, uploads.data, { messageId }, at);
  await resumeTargets(tx, { ticketId: ticket.id, at });
  await oweAnswer(tx, ticket, at);
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.replied", data: { messageId }, actor, at: now });
  if (ticket.status === "solved") await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.reopened", data: {}, actor, at: now });
  await endSnooze(tx, { ticket, why: "answered", actor, now });
  await updateTicket(tx, ticket, { status: moved.data, solvedAt: null, lastCustomerMessageAt: toDate(now) }, now);
  await forgetSentDraft(tx, { userId: actor.userId, slot: `reply:${ticket.id}`, versions: input.draft });
  return ok({ reference: ticket.reference, messageId });
}

const MOVE_AFTER: Record<StaffReplyInput["next"], TicketMove> = { open: "reply", pending: "await_requester", solved: "solve" };

/** The desk answers: its promise is kept as of now. `next` says what the ticket is left in. */
export async function staffReply(ctx: Context<StaffActor>, typed: StaffReplyInput): Promise<Result<Replied, StaffRefusals>> {
  const { db, actor, now } = ctx;
  const reviewed = await reviewForm(ctx, typed);
  if (!reviewed.ok) return reviewed;
  return db.$transaction(async (tx): Promise<Result<Replied, StaffRefusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, reviewed.data.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const sent = await findSent(tx, actor, reviewed.data, ticket);
    if (sent) return sent;
    if (!canReply(actor, ticket)) return refuseClosed(tx, actor, ticket);
    const work = await readPaidWork(tx, ticket.id);
    // While a quote is with the customer, it is still their turn once their question is answered: the clock waits on.
    const input = { ...reviewed.data, next: work.openQuote === "sent" && reviewed.data.next === "open" ? ("pending" as const) : reviewed.data.next };
    const gate = input.next === "solved" ? refuseAttending(work) : null;
    if (gate) return refuse(gate, { reference: ticket.reference });
    const moved = moveTicket(ticket.status === "solved" ? "open" : ticket.status, MOVE_AFTER[input.next]);
    if (!moved.ok) return moved;
    const uploads = await checkUploads(tx, actor, input.attachments);
    if (!uploads.ok) return uploads;

    const at = toInstant(toDate(now));
    const messageId = await writeMessage(tx, { ticket, authorId: actor.userId, isStaff: true, input, at });
    await claimUploads(tx, uploads.data, { messageId }, at);
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
    await forgetSentDraft(tx, { userId: actor.userId, slot: `reply:${ticket.id}`, versions: input.draft });
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
  input: Reviewed;
  at: Temporal.Instant;
}): Promise<string> {
  const message = await tx.ticketMessage.create({
    data: { ticketId: ticket.id, authorId, isStaff, body: input.body, submissionKey: input.submissionKey, createdAt: toDate(at) },
    select: { id: true },
  });
  await writeSealed(tx, { ticketId: ticket.id, messageId: message.id, authorId, sealed: input.sealed, at });
  await markByRule(tx, { aboutId: authorId, ticketId: ticket.id, messageId: message.id, body: input.body, now: at });
  return message.id;
}

/** The row lock is held, so a second send of the same form finds the first one's message. A key used on another ticket finds nothing. */
async function findSent(tx: Tx, actor: PersonActor, { submissionKey, body, attachments }: Reviewed, ticket: LockedTicket): Promise<Result<Replied, "ALREADY_SENT"> | null> {
  const message = await tx.ticketMessage.findFirst({ where: { authorId: actor.userId, submissionKey, ticketId: ticket.id }, select: { id: true, body: true } });
  if (!message) return null;
  // Another text or file under the same key is a second tab that was edited: nothing of it may be lost.
  const isSame = message.body === body && !(await hasUnclaimed(tx, actor, attachments));
  return isSame ? ok({ reference: ticket.reference, messageId: message.id }) : refuse("ALREADY_SENT", { reference: ticket.reference });
}
