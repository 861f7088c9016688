import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { textHash } from "@/lib/quotes/canonical";
import { refuseOtherVersion, writeLines } from "@/lib/quotes/commands/save-quote-draft";
import { closeQuote, lockVisibleQuote, resumeWork, type LockedQuote } from "@/lib/quotes/quote-record";
import { toQuoteLine, type QuoteRow } from "@/lib/quotes/quote-rows";
import type { DraftVersionInput, QuoteIdInput } from "@/lib/quotes/quote-schema";
import { canonicalQuote } from "@/lib/quotes/quote-text";
import type { QuoteLine } from "@/lib/quotes/quote-types";
import { pricesFor, readPricing, type RateCard } from "@/lib/quotes/rate-card";
import { rateChanges, renewLines, type RateChange } from "@/lib/quotes/rate-changes";
import { isPastValidity, moveQuote, type StateRefusal } from "@/lib/quotes/states";
import { quoteTotals } from "@/lib/quotes/totals";
import { ok, refuse, type Result } from "@/lib/result";
import { pauseTargets } from "@/lib/sla/targets";
import { canWorkOn } from "@/lib/tickets/policy";
import { recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import { canMove } from "@/lib/tickets/transitions";
import { dayAt } from "@/lib/time/days";
import { toDate, toInstant } from "@/lib/time/instants";

export type QuoteMoved = { quoteId: string; reference: string; ticketReference: string };
type Draft = "QUOTE_NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "QUOTE_DRAFT_CHANGED" | "QUOTE_DRAFT_GONE" | "RATE_CARD_MISSING" | "CONTRACT_NOT_IN_FORCE" | StateRefusal;
type Refusals = Draft | "QUOTE_HAS_NO_LINES" | "QUOTE_TAKES_NO_HOURS" | "QUOTE_WITHOUT_SCOPE" | "QUOTE_WITHOUT_TERMS" | "VALIDITY_PAST" | "TICKET_SOLVED" | "QUOTE_RATES_CHANGED";

/**
 * Sends the draft as it was seen: frozen from now on, with its text and hash; an earlier one that waits is superseded. The ticket is the
 * customer's turn and its clock waits. Prices that changed meanwhile are refused with the lines that they touch.
 */
export function sendQuote({ db, actor, now }: Context<StaffActor>, input: DraftVersionInput): Promise<Result<QuoteMoved, Refusals, unknown>> {
  return db.$transaction(async (tx): Promise<Result<QuoteMoved, Refusals, unknown>> => {
    const begun = await beginWithDraft(tx, { actor, now }, input);
    if (!begun.ok) return begun;
    const { quote, ticket, lines, card, changes } = begun.data;
    const refusal = refusalOf(begun.data, now);
    if (refusal) return refusal;
    if (!canMove(ticket.status, "await_requester")) return refuse("TICKET_SOLVED");
    if (changes.length > 0) return refuse("QUOTE_RATES_CHANGED", { changes, count: changes.length });

    const at = toDate(now);
    const previous = await tx.quote.findFirst({ where: { ticketId: ticket.id, state: "sent" }, select: { id: true, reference: true } });
    if (previous) await closeQuote(tx, { quote: previous, ticketId: ticket.id, state: "superseded", actor, now });
    // The same prices under a later card: the lines are of that one.
    if (card.id !== quote.rateCardVersion.id) await writeLines(tx, quote.id, lines);
    const totals = quoteTotals(lines);
    const text = canonicalQuote({
      ...totals,
      reference: quote.reference,
      revision: quote.revision,
      supersedes: previous?.reference ?? null,
      ticket: ticket.reference,
      customer: quote.ticket.organization?.name ?? quote.ticket.requester.name,
      basis: quote.basis,
      contract: quote.contract?.reference ?? null,
      rateCard: card.number,
      sent: at.toISOString(),
      sentBy: actor.name,
      validUntil: quote.validUntil.toISOString(),
      scope: quote.scope,
      exclusions: quote.exclusions,
      paymentTerms: quote.paymentTerms,
      lines,
    });
    await tx.quote.update({
      where: { id: quote.id },
      data: { ...totals, rateCardVersionId: card.id, state: "sent", text, sha256: textHash(text), sentAt: at, sentById: actor.userId, updatedAt: at, supersedesId: previous?.id ?? null },
    });
    await pauseTargets(tx, { ticketId: ticket.id, at: toInstant(at) });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "quote.sent", data: { quote: quote.reference }, actor, at: now });
    await updateTicket(tx, ticket, { status: "pending", isPaid: true, lastAgentReplyAt: at }, now);
    return ok({ quoteId: quote.id, reference: quote.reference, ticketReference: ticket.reference });
  });
}

/** Takes the prices of the card in force into a draft; lines whose service is gone are left out. */
export function renewQuoteRates({ db, actor, now }: Context<StaffActor>, input: DraftVersionInput): Promise<Result<QuoteMoved, Draft, unknown>> {
  return db.$transaction(async (tx): Promise<Result<QuoteMoved, Draft, unknown>> => {
    const begun = await beginWithDraft(tx, { actor, now }, input);
    if (!begun.ok) return begun;
    const { quote, ticket, renewed, card } = begun.data;
    await writeLines(tx, quote.id, renewed);
    await tx.quote.update({ where: { id: quote.id }, data: { ...quoteTotals(renewed), rateCardVersionId: card.id, version: crypto.randomUUID(), updatedAt: toDate(now) } });
    return ok({ quoteId: quote.id, reference: quote.reference, ticketReference: ticket.reference });
  });
}

/** The desk takes back what it sent, while it is not answered. */
export function withdrawQuote({ db, actor, now }: Context<StaffActor>, input: QuoteIdInput): Promise<Result<QuoteMoved, "QUOTE_NOT_FOUND" | "FORBIDDEN" | StateRefusal>> {
  return db.$transaction(async (tx): Promise<Result<QuoteMoved, "QUOTE_NOT_FOUND" | "FORBIDDEN" | StateRefusal>> => {
    const locked = await lockVisibleQuote(tx, actor, input.quoteId);
    if (!locked) return refuse("QUOTE_NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const { quote, ticket } = locked;
    const moved = moveQuote(quote.state, "withdraw");
    if (!moved.ok) return moved;
    await closeQuote(tx, { quote, ticketId: ticket.id, state: "withdrawn", actor, now });
    await updateTicket(tx, ticket, { status: await resumeWork(tx, ticket, now) }, now);
    return ok({ quoteId: quote.id, reference: quote.reference, ticketReference: ticket.reference });
  });
}

type Begun = LockedQuote & { lines: QuoteLine[]; renewed: QuoteLine[]; card: RateCard; changes: RateChange[] };

async function beginWithDraft(tx: Tx, { actor, now }: Pick<Context<StaffActor>, "actor" | "now">, input: DraftVersionInput): Promise<Result<Begun, Draft, unknown>> {
  const locked = await lockVisibleQuote(tx, actor, input.quoteId);
  if (!locked) return refuse("QUOTE_NOT_FOUND");
  if (!canWorkOn(actor)) return refuse("FORBIDDEN");
  const { quote, ticket } = locked;
  if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
  const moved = moveQuote(quote.state, "send");
  if (!moved.ok) return moved;
  const changed = await refuseOtherVersion(tx, quote, input.version);
  if (changed) return changed;
  const { card, contracts } = await readPricing(tx, { organizationId: ticket.organizationId, on: dayAt(now, DESK_TIME_ZONE) });
  if (!card) return refuse("RATE_CARD_MISSING");
  if (quote.basis === "contract" && !contracts.some(({ id }) => id === quote.contract?.id)) return refuse("CONTRACT_NOT_IN_FORCE");
  const lines = quote.lines.map(toQuoteLine);
  const inForce = { items: card.items, prices: pricesFor(quote.basis, contracts) };
  const changes = rateChanges(lines, inForce);
  const renewed = renewLines(lines, inForce);
  return ok({ ...locked, lines: changes.length === 0 ? renewed : lines, renewed, card, changes });
}

/** What a draft lacks to be sent. */
function refusalOf({ quote, lines }: { quote: QuoteRow; lines: QuoteLine[] }, now: Temporal.Instant) {
  if (lines.length === 0) return refuse("QUOTE_HAS_NO_LINES");
  if (quote.basis === "contract" && quoteTotals(lines).estimatedMinutes === 0) return refuse("QUOTE_TAKES_NO_HOURS");
  if (quote.scope.trim() === "") return refuse("QUOTE_WITHOUT_SCOPE");
  if (quote.basis === "event" && quote.paymentTerms.trim() === "") return refuse("QUOTE_WITHOUT_TERMS");
  return isPastValidity(toInstant(quote.validUntil), now) ? refuse("VALIDITY_PAST") : null;
}
