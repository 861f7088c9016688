import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Db, Tx } from "@/lib/db/client";
import type { AuthorisedWork } from "@/lib/quotes/time-rules";
import { lockVisibleTicket, type LockedTicket } from "@/lib/tickets/record";
import { toInstant } from "@/lib/time/instants";

/** Locks an authorised quote, whose minutes are about to be spent; after the ticket's lock. Null when there is none of that ticket. */
export async function lockAuthorised(tx: Tx, { quoteId, ticketId }: { quoteId: string; ticketId: string }) {
  const locked = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM quote WHERE id = ${quoteId}::uuid AND ticket_id = ${ticketId}::uuid FOR UPDATE`;
  if (locked.length === 0) return null;
  const quote = await tx.quote.findUniqueOrThrow({
    where: { id: quoteId },
    select: {
      id: true,
      reference: true,
      ticketId: true,
      state: true,
      basis: true,
      contractId: true,
      estimatedMinutes: true,
      subtotalCents: true,
      discountCents: true,
      vatCents: true,
      totalCents: true,
      contract: { select: { roundingMinutes: true } },
      decision: { select: { at: true, fiscal: true } },
      closing: { select: { quoteId: true } },
    },
  });
  return { ...quote, usedMinutes: await usedMinutesOf(tx, quoteId) };
}

export type LockedQuote = NonNullable<Awaited<ReturnType<typeof lockAuthorised>>>;

/** Minutes that count under a quote, reversals taken off. */
export async function usedMinutesOf(db: Db | Tx, quoteId: string): Promise<number> {
  const { _sum } = await db.timeEntry.aggregate({ where: { quoteId }, _sum: { billableMinutes: true } });
  return _sum.billableMinutes ?? 0;
}

/** As the rules of time take it. */
export function authorisedWork(quote: Pick<LockedQuote, "reference" | "basis" | "estimatedMinutes" | "contract" | "decision">): AuthorisedWork {
  if (!quote.decision) throw new Error(`${quote.reference} is authorised and nobody decided it.`);
  return {
    reference: quote.reference,
    estimatedMinutes: quote.estimatedMinutes,
    isByEvent: quote.basis === "event",
    roundingMinutes: quote.contract?.roundingMinutes ?? 1,
    authorisedAt: toInstant(quote.decision.at),
  };
}

/** The quote and its ticket, locked in this order: ticket, quote. Null when the actor may not see the ticket. */
export async function lockWork(tx: Tx, actor: StaffActor, quoteId: string): Promise<{ ticket: LockedTicket; quote: LockedQuote } | null> {
  const found = await tx.quote.findUnique({ where: { id: quoteId }, select: { ticketId: true } });
  const ticket = found && (await lockVisibleTicket(tx, actor, found.ticketId));
  const quote = ticket && (await lockAuthorised(tx, { quoteId, ticketId: ticket.id }));
  return ticket && quote ? { ticket, quote } : null;
}
