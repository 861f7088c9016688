import "server-only";
import type { ClaimRefusal } from "@/lib/attachments/claims";
import type { Actor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { refuseAttending, type GateRefusal } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { BarredRefusal } from "@/lib/conduct/suspensions";
import type { Tx } from "@/lib/db/client";
import { ok, refuse, type Result } from "@/lib/result";
import { endSealedOf } from "@/lib/secrets/sealed-values";
import { activateTarget, cancelTargets, fulfillTargets, pauseTargets, resumeTargets } from "@/lib/sla/targets";
import type { TicketEventType } from "@/lib/tickets/events";
import { canClose, canReopen, canWorkOn } from "@/lib/tickets/policy";
import { writeCustomerReply } from "@/lib/tickets/commands/reply-to-ticket";
import { lockVisibleTicket, recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import { reviewForm } from "@/lib/tickets/review-form";
import type { ReplyInput, StatusInput, TicketIdInput } from "@/lib/tickets/schema";
import { moveTicket } from "@/lib/tickets/transitions";
import { toDate, toInstant } from "@/lib/time/instants";

type Refusals = "ALREADY_SENT" | "NOT_FOUND" | "FORBIDDEN" | "MOVE_NOT_ALLOWED" | "TICKET_CLOSED" | "TICKET_MERGED" | "SECRETS_NOT_REVIEWED" | "SEALED_TOO_LONG" | GateRefusal | ClaimRefusal;
type Changed = { reference: string };
type Move = StatusInput["move"];

const EVENTS = {
  take_up: "ticket.taken-up",
  await_requester: "ticket.awaiting-requester",
  put_on_hold: "ticket.put-on-hold",
  solve: "ticket.solved",
  reopen: "ticket.reopened",
  close: "ticket.closed",
} as const satisfies Record<Move, TicketEventType>;

/** The desk moves a ticket without writing to the customer. */
export function changeStatus({ db, actor, now }: Context<StaffActor>, input: StatusInput): Promise<Result<Changed, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<Changed, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    // What is paid is not marked as attended before it was authorised; to close it without attending it stays possible.
    const gate = input.move === "solve" ? refuseAttending(await readPaidWork(tx, ticket.id)) : null;
    if (gate) return refuse(gate, { reference: ticket.reference });
    return applyMove(tx, { ticket, move: input.move, actor, now });
  });
}

/** Ends a ticket for good. A customer may close an own one at any time: nothing is owed any more. */
export function closeTicket({ db, actor, now }: Context<Actor>, input: TicketIdInput): Promise<Result<Changed, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<Changed, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
    if (!canClose(actor, ticket)) return refuse("MOVE_NOT_ALLOWED");
    return applyMove(tx, { ticket, move: "close", actor, now });
  });
}

/** A solved ticket that is not solved. The customer says why: the reason is a message, and an answer is owed again. */
export async function reopenTicket(ctx: Context<PersonActor>, typed: ReplyInput): Promise<Result<Changed, Refusals | BarredRefusal>> {
  const { db, actor, now } = ctx;
  const reviewed = await reviewForm(ctx, typed);
  if (!reviewed.ok) return reviewed;
  const input = reviewed.data;
  return db.$transaction(async (tx): Promise<Result<Changed, Refusals | BarredRefusal>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
    if (actor.kind === "customer") {
      // A second send of the same form finds its message and changes nothing.
      const replied = await writeCustomerReply(tx, { actor, now }, input);
      return replied.ok ? ok({ reference: replied.data.reference }) : replied;
    }
    if (!canReopen(actor, ticket)) return refuse("MOVE_NOT_ALLOWED");
    return applyMove(tx, { ticket, move: "reopen", actor, now });
  });
}

export async function applyMove(tx: Tx, { ticket, move, actor, now }: {
  ticket: LockedTicket;
  move: Move;
  actor: Actor;
  now: Temporal.Instant;
}): Promise<Result<Changed, Refusals>> {
  if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
  const moved = moveTicket(ticket.status, move);
  if (!moved.ok) return moved;
  if (moved.data === ticket.status) return ok({ reference: ticket.reference });

  await moveClocks(tx, { ticket, move, at: toInstant(toDate(now)) });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: EVENTS[move], data: {}, actor, at: now });
  if (move === "close") await endSealedOf(tx, { ticketId: ticket.id, at: now });
  await updateTicket(tx, ticket, {
    status: moved.data,
    ...(move === "solve" ? { solvedAt: toDate(now) } : {}),
    ...(move === "reopen" ? { solvedAt: null } : {}),
    ...(move === "close" ? { closedAt: toDate(now) } : {}),
  }, now);
  return ok({ reference: ticket.reference });
}

async function moveClocks(tx: Tx, { ticket, move, at }: { ticket: LockedTicket; move: Move; at: Temporal.Instant }): Promise<void> {
  const ticketId = ticket.id;
  switch (move) {
    case "await_requester":
      return pauseTargets(tx, { ticketId, at });
    case "take_up":
    case "put_on_hold":
      // Waiting for a third party is the desk's affair: what was promised to the customer runs on.
      return resumeTargets(tx, { ticketId, at });
    case "solve":
      return fulfillTargets(tx, { ticketId, kinds: ["first_response", "next_response", "resolution"], at });
    case "close":
      return cancelTargets(tx, { ticketId, at });
    case "reopen":
      await activateTarget(tx, { ticketId, kind: "next_response", priority: ticket.priority, at });
      return activateTarget(tx, { ticketId, kind: "resolution", priority: ticket.priority, at });
    default:
      return move satisfies never;
  }
}
