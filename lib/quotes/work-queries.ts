import "server-only";
import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findAuthorisation } from "@/lib/billing/authorisation";
import { refuseBillable } from "@/lib/billing/gate";
import { readPaidWork } from "@/lib/billing/paid-work";
import type { Prisma } from "@/lib/db/generated/client";
import { minutesLeft } from "@/lib/quotes/time-rules";
import { canReverseTime } from "@/lib/quotes/work-policy";
import { usedMinutesOf } from "@/lib/quotes/work-record";
import type { AuthorisedView, CustomerWorkView, TimeEntryView, WorkSummary, WorkView } from "@/lib/quotes/work-types";
import { visibleTickets } from "@/lib/tickets/visibility";

/** More than anybody works on one ticket; the sums are of all. */
const ENTRIES_MAX = 300;

const closingSelect = { statement: true, minutesUsed: true, closedAt: true, closedBy: { select: { name: true } } } as const satisfies Prisma.WorkClosingSelect;

/** The time on a ticket, what was authorised for it and what may still be done; null when the actor may not see the ticket. */
export async function findWork({ db, actor }: Context<StaffActor>, reference: string): Promise<WorkView | null> {
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ reference }, visibleTickets(actor)] },
    select: {
      id: true, reference: true, subject: true, status: true,
      quotes: {
        where: { state: "authorised" },
        orderBy: { revision: "desc" },
        select: {
          id: true, reference: true, basis: true, estimatedMinutes: true,
          contract: { select: { reference: true, name: true, roundingMinutes: true } },
          closing: { select: closingSelect },
          charge: { select: { reference: true, state: true } },
        },
      },
      timeEntries: {
        // Of one instant a reversal comes after what it takes back.
        orderBy: [{ createdAt: "desc" }, { minutes: "asc" }, { id: "desc" }],
        take: ENTRIES_MAX,
        select: {
          id: true, startedAt: true, minutes: true, billableMinutes: true, description: true, reversesId: true, agentId: true,
          agent: { select: { name: true } },
          reversedBy: { select: { id: true } },
          quote: { select: { reference: true, closing: { select: { quoteId: true } } } },
        },
      },
    },
  });
  if (!ticket || actor.kind !== "staff") return null;
  const [paidWork, inForce, used, sums] = await Promise.all([
    readPaidWork(db, ticket.id),
    findAuthorisation(db, ticket.id),
    db.timeEntry.groupBy({ by: ["quoteId"], where: { ticketId: ticket.id, quoteId: { not: null } }, _sum: { billableMinutes: true } }),
    db.timeEntry.aggregate({ where: { ticketId: ticket.id }, _sum: { minutes: true, billableMinutes: true } }),
  ]);
  const usedOf = new Map(used.map(({ quoteId, _sum }) => [quoteId, _sum.billableMinutes ?? 0]));
  const authorised = ticket.quotes.map(({ id, closing, ...quote }): AuthorisedView => {
    const usedMinutes = usedOf.get(id) ?? 0;
    return {
      ...quote,
      quoteId: id,
      usedMinutes,
      leftMinutes: minutesLeft({ estimatedMinutes: quote.estimatedMinutes, isByEvent: quote.basis === "event" }, usedMinutes),
      closing: closing && { statement: closing.statement, minutesUsed: closing.minutesUsed, closedByName: closing.closedBy.name, closedAt: closing.closedAt.toISOString() },
    };
  });
  return {
    ticketId: ticket.id,
    reference: ticket.reference,
    subject: ticket.subject,
    isOpen: ticket.status !== "closed",
    isPaid: paidWork.isPaid,
    gate: refuseBillable(paidWork),
    inForce: authorised.find(({ quoteId }) => quoteId === inForce?.quoteId) ?? null,
    authorised,
    entries: ticket.timeEntries.map(({ reversesId, reversedBy, agent, agentId, quote, startedAt, ...entry }): TimeEntryView => ({
      ...entry,
      startedAt: startedAt.toISOString(),
      agentName: agent.name,
      quoteReference: quote?.reference ?? null,
      isReversal: reversesId !== null,
      isReversed: reversedBy !== null,
      canReverse: reversesId === null && reversedBy === null && !quote?.closing && canReverseTime(actor, { agentId }),
    })),
    workedMinutes: sums._sum.minutes ?? 0,
    billableMinutes: sums._sum.billableMinutes ?? 0,
  };
}

/** For the ticket's own page: the sums, and what is left of what was authorised. */
export async function summarizeWork({ db, actor }: Context<StaffActor>, ticketId: string): Promise<WorkSummary | null> {
  if (actor.kind !== "staff") return null;
  const [sums, inForce] = await Promise.all([db.timeEntry.aggregate({ where: { ticketId }, _sum: { minutes: true, billableMinutes: true } }), findAuthorisation(db, ticketId)]);
  const usedMinutes = inForce ? await usedMinutesOf(db, inForce.quoteId) : 0;
  return {
    workedMinutes: sums._sum.minutes ?? 0,
    billableMinutes: sums._sum.billableMinutes ?? 0,
    inForce: inForce && { reference: inForce.reference, leftMinutes: minutesLeft({ estimatedMinutes: inForce.estimatedMinutes, isByEvent: inForce.basis === "event" }, usedMinutes) },
  };
}

/** What counts under what the customer authorised in a ticket, newest authorisation first; without what was taken back. */
export async function listOwnWork({ db, actor }: Context<CustomerActor>, ticketId: string): Promise<CustomerWorkView[]> {
  const quotes = await db.quote.findMany({
    where: { ticket: { is: { AND: [{ id: ticketId }, visibleTickets(actor)] } }, state: "authorised" },
    orderBy: { revision: "desc" },
    select: {
      reference: true, basis: true, estimatedMinutes: true,
      closing: { select: closingSelect },
      timeEntries: {
        where: { billableMinutes: { gt: 0 }, reversesId: null, reversedBy: null },
        orderBy: [{ startedAt: "asc" }, { id: "asc" }],
        take: ENTRIES_MAX,
        select: { id: true, startedAt: true, billableMinutes: true, description: true },
      },
    },
  });
  return quotes.map(({ closing, timeEntries, ...quote }) => ({
    ...quote,
    usedMinutes: timeEntries.reduce((sum, { billableMinutes }) => sum + billableMinutes, 0),
    entries: timeEntries.map(({ startedAt, ...entry }) => ({ ...entry, startedAt: startedAt.toISOString() })),
    closing: closing && { statement: closing.statement, minutesUsed: closing.minutesUsed, closedAt: closing.closedAt.toISOString() },
  }));
}
