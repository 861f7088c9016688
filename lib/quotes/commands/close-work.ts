import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { consumeMinutes, releaseHold } from "@/lib/billing/ledger";
import type { Tx } from "@/lib/db/client";
import { createCharge } from "@/lib/quotes/charge-record";
import { canWork } from "@/lib/quotes/work-policy";
import { lockWork, type LockedQuote } from "@/lib/quotes/work-record";
import { moveQuote } from "@/lib/quotes/states";
import type { CloseWorkInput, ReleaseWorkInput } from "@/lib/quotes/work-schema";
import { ok, refuse, type Result } from "@/lib/result";
import { recordTicketEvent, updateTicket, type LockedTicket } from "@/lib/tickets/record";
import { toDate } from "@/lib/time/instants";

type Common = "QUOTE_NOT_FOUND" | "FORBIDDEN" | "WORK_CLOSED_ALREADY" | "WORK_NOT_AUTHORISED";
type Closed = { reference: string; minutesUsed: number; charge: string | null };

/**
 * The end of the work under one authorisation, once. Of a póliza the hold is released and what was used is consumed; what is paid per event
 * becomes a charge, to whom was accepted and of the quote's own totals, whatever time it took.
 */
export function closeWork({ db, actor, now }: Context<StaffActor>, { quoteId, statement }: CloseWorkInput): Promise<Result<Closed, Common | "BALANCE_TOO_LOW">> {
  return db.$transaction(async (tx): Promise<Result<Closed, Common | "BALANCE_TOO_LOW">> => {
    const work = await lockOpenWork(tx, actor, quoteId);
    if (!work.ok) return work;
    const { ticket, quote } = work.data;
    const settled = await settleUsed(tx, { actor, now, ticket, quote, reason: statement });
    if (!settled.ok) return settled;

    await tx.workClosing.create({ data: { quoteId, statement, minutesUsed: quote.usedMinutes, closedById: actor.userId, closedAt: toDate(now) } });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "work.closed", data: { quote: quote.reference, minutes: String(quote.usedMinutes) }, actor, at: now });
    const charge = quote.basis === "event" && quote.totalCents > 0n ? await createCharge(tx, { actor, now, ticket, quote }) : null;
    await updateTicket(tx, ticket, {}, now);
    return ok({ reference: ticket.reference, minutesUsed: quote.usedMinutes, charge });
  });
}

/** Nothing was done under it and nothing will be: what was held is given back, and nothing is charged. */
export function releaseWork({ db, actor, now }: Context<StaffActor>, { quoteId, reason }: ReleaseWorkInput): Promise<Result<{ reference: string }, Common | "WORK_HAS_TIME">> {
  return db.$transaction(async (tx): Promise<Result<{ reference: string }, Common | "WORK_HAS_TIME">> => {
    const work = await lockOpenWork(tx, actor, quoteId);
    if (!work.ok) return work;
    const { ticket, quote } = work.data;
    const released = moveQuote(quote.state, "release");
    if (!released.ok) return refuse("WORK_NOT_AUTHORISED");
    if (quote.usedMinutes > 0) return refuse("WORK_HAS_TIME", { reference: quote.reference });
    const { contractId } = quote;
    // An estimate of no minutes holds none.
    if (contractId) await releaseHold(tx, { contractId, ticketId: ticket.id, quoteId, reason: cut(reason), actor, at: now, key: `release:${quoteId}` });

    await tx.quote.update({ where: { id: quoteId }, data: { state: released.data, closedAt: toDate(now), updatedAt: toDate(now) } });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "work.released", data: { quote: quote.reference }, actor, at: now });
    await updateTicket(tx, ticket, {}, now);
    return ok({ reference: ticket.reference });
  });
}

async function lockOpenWork(tx: Tx, actor: StaffActor, quoteId: string): Promise<Result<{ ticket: LockedTicket; quote: LockedQuote }, Common>> {
  const work = await lockWork(tx, actor, quoteId);
  if (!work) return refuse("QUOTE_NOT_FOUND");
  if (!canWork(actor)) return refuse("FORBIDDEN");
  if (work.quote.closing) return refuse("WORK_CLOSED_ALREADY");
  return work.quote.state === "authorised" ? ok(work) : refuse("WORK_NOT_AUTHORISED");
}

/** The contract's part of it: all that is held is released, what was used is consumed. */
async function settleUsed(tx: Tx, { actor, now, ticket, quote, reason }: { actor: StaffActor; now: Temporal.Instant; ticket: LockedTicket; quote: LockedQuote; reason: string }): Promise<Result<null, "BALANCE_TOO_LOW">> {
  if (quote.contractId === null) return ok(null);
  const settled = await consumeMinutes(tx, {
    contractId: quote.contractId,
    ticketId: ticket.id,
    quoteId: quote.id,
    minutes: quote.usedMinutes,
    reason: cut(reason),
    actor,
    at: now,
    key: `consume:${quote.id}`,
  });
  if (settled.ok) return ok(null);
  switch (settled.code) {
    case "BALANCE_TOO_LOW":
      return refuse("BALANCE_TOO_LOW", settled.details);
    case "NOTHING_HELD":
      return ok(null); // an estimate of nothing, of which nothing was used
    default:
      throw new Error(`The ledger refused to settle ${quote.reference}: ${settled.code}`);
  }
}

/** The ledger's reasons are shorter than statements. */
function cut(text: string): string {
  return text.length <= 500 ? text : `${text.slice(0, 499)}\u2026`;
}
