import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findAuthorisation } from "@/lib/billing/authorisation";
import { refuseBillable, type GateRefusal } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { Tx } from "@/lib/db/client";
import { decideBillable, isInFuture } from "@/lib/quotes/time-rules";
import { canWork } from "@/lib/quotes/work-policy";
import { authorisedWork, lockAuthorised } from "@/lib/quotes/work-record";
import type { PostTimeInput } from "@/lib/quotes/work-schema";
import { ok, refuse, type Result } from "@/lib/result";
import { lockVisibleTicket, recordTicketEvent, type LockedTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import { toDate, toInstant } from "@/lib/time/instants";

type Posted = { reference: string; entryId: string; billableMinutes: number };
type Refusals = "NOT_FOUND" | "FORBIDDEN" | TimeRefusal;
export type TimeRefusal = "ALREADY_SENT" | "TICKET_CLOSED" | "TICKET_MERGED" | "TIME_IN_FUTURE" | "TIME_BEFORE_AUTHORISATION" | "OVER_ESTIMATE" | GateRefusal;

/** Time that was worked on a ticket. Billable only under the authorisation in force, and never more than was estimated. */
export function postTime({ db, actor, now }: Context<StaffActor>, input: PostTimeInput): Promise<Result<Posted, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<Posted, Refusals>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWork(actor)) return refuse("FORBIDDEN");
    return writeTimeEntry(tx, { actor, now, ticket }, { ...input, appointmentId: null });
  });
}

type Entry = Omit<PostTimeInput, "ticketId"> & {
  /** The appointment in which it was worked. */
  appointmentId: string | null;
};

/** One entry in the caller's transaction, under the ticket's lock; for whatever else ends in time worked. The same key again writes nothing. */
export async function writeTimeEntry(tx: Tx, { actor, now, ticket }: { actor: StaffActor; now: Temporal.Instant; ticket: LockedTicket }, entry: Entry): Promise<Result<Posted, TimeRefusal>> {
  const sent = await findSent(tx, { agentId: actor.userId, submissionKey: entry.submissionKey });
  if (sent) return isSame(sent, { ticketId: ticket.id, entry }) ? ok({ reference: ticket.reference, entryId: sent.id, billableMinutes: sent.billableMinutes }) : refuse("ALREADY_SENT", { reference: sent.ticket.reference });
  if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
  const startedAt = entry.startedAt ?? now.subtract({ minutes: entry.minutes });
  if (isInFuture({ startedAt, minutes: entry.minutes, now })) return refuse("TIME_IN_FUTURE");
  const counted = entry.isBillable ? await decideUnderLock(tx, { ticketId: ticket.id, entry: { ...entry, startedAt } }) : ok({ quoteId: null, billable: 0 });
  // With the ticket that the way on begins at: another quote.
  if (!counted.ok) return refuse(counted.code, { ...(counted.details as object | undefined), ticket: ticket.reference });

  const { quoteId, billable } = counted.data;
  const { isBillable: _, ...worked } = entry;
  const { id } = await tx.timeEntry.create({
    data: { ...worked, ticketId: ticket.id, quoteId, agentId: actor.userId, startedAt: toDate(startedAt), billableMinutes: billable, createdAt: toDate(now) },
    select: { id: true },
  });
  await recordTicketEvent(tx, { ticketId: ticket.id, type: "time.posted", data: { entryId: id, minutes: String(entry.minutes) }, actor, at: now });
  return ok({ reference: ticket.reference, entryId: id, billableMinutes: billable });
}

async function decideUnderLock(tx: Tx, { ticketId, entry }: { ticketId: string; entry: Entry & { startedAt: Temporal.Instant } }): Promise<Result<{ quoteId: string; billable: number }, TimeRefusal>> {
  const refusal = refuseBillable(await readPaidWork(tx, ticketId));
  if (refusal) return refuse(refusal);
  const authorisation = await findAuthorisation(tx, ticketId);
  const quote = authorisation && (await lockAuthorised(tx, { quoteId: authorisation.quoteId, ticketId }));
  if (!quote) return refuse("QUOTE_NEEDED");
  const billable = decideBillable(authorisedWork(quote), { minutes: entry.minutes, used: quote.usedMinutes, startedAt: entry.startedAt });
  return billable.ok ? ok({ quoteId: quote.id, billable: billable.data }) : billable;
}

function findSent(tx: Tx, key: { agentId: string; submissionKey: string }) {
  return tx.timeEntry.findUnique({
    where: { agentId_submissionKey: key },
    select: { id: true, ticketId: true, startedAt: true, minutes: true, billableMinutes: true, quoteId: true, description: true, ticket: { select: { reference: true } } },
  });
}

function isSame(sent: NonNullable<Awaited<ReturnType<typeof findSent>>>, { ticketId, entry }: { ticketId: string; entry: Entry }): boolean {
  return (
    sent.ticketId === ticketId &&
    sent.minutes === entry.minutes &&
    sent.description === entry.description &&
    (sent.quoteId !== null) === entry.isBillable &&
    (entry.startedAt === undefined || toInstant(sent.startedAt).equals(entry.startedAt))
  );
}
