import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db/client";
import type { QuoteState } from "@/lib/quotes/states";
import { quoteSelect, type QuoteRow } from "@/lib/quotes/quote-rows";
import { visibleQuotes } from "@/lib/quotes/visibility";
import { resumeTargets } from "@/lib/sla/targets";
import { lockTicket, recordTicketEvent, type LockedTicket } from "@/lib/tickets/record";
import { canMove } from "@/lib/tickets/transitions";
import type { TicketStatus } from "@/lib/tickets/types";
import { toDate, toInstant } from "@/lib/time/instants";

export type LockedQuote = { quote: QuoteRow; ticket: LockedTicket };

/**
 * Locks what everything about a quote goes through, its ticket, and reads the quote as it is then; null when there is none that the actor
 * may see. Two answers to one quote, or an answer and a revision, come one after the other.
 */
export async function lockVisibleQuote(tx: Tx, actor: Actor, quoteId: string): Promise<LockedQuote | null> {
  const where = { AND: [{ id: quoteId }, visibleQuotes(actor)] };
  const found = await tx.quote.findFirst({ where, select: { ticketId: true } });
  if (!found) return null;
  const ticket = await lockTicket(tx, found.ticketId);
  const quote = await tx.quote.findFirst({ where, select: quoteSelect });
  return quote && { quote, ticket };
}

const EVENTS = {
  authorised: "quote.authorised",
  declined: "quote.declined",
  expired: "quote.expired",
  superseded: "quote.superseded",
  withdrawn: "quote.withdrawn",
} as const;

/** What a sent quote becomes for good, with the event that says so. */
export async function closeQuote(tx: Tx, { quote, ticketId, state, actor, now }: {
  quote: { id: string; reference: string };
  ticketId: string;
  state: Exclude<QuoteState, "draft" | "sent">;
  actor: Actor;
  now: Temporal.Instant;
}): Promise<void> {
  const at = toDate(now);
  await tx.quote.update({ where: { id: quote.id }, data: { state, closedAt: at, updatedAt: at } });
  await recordTicketEvent(tx, { ticketId, type: EVENTS[state], data: { quote: quote.reference }, actor, at: now });
}

/** The customer is not waited for any more: the clock goes on, and it is the desk's turn. @returns the status that the ticket is to have */
export async function resumeWork(tx: Tx, ticket: LockedTicket, now: Temporal.Instant): Promise<TicketStatus> {
  if (ticket.status !== "pending" || !canMove(ticket.status, "take_up")) return ticket.status;
  await resumeTargets(tx, { ticketId: ticket.id, at: toInstant(toDate(now)) });
  return "open";
}
