import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { holdMinutes } from "@/lib/billing/ledger";
import type { FiscalData } from "@/lib/customers/fiscal";
import { fiscalOwnerOf, readFiscalData, writeFiscalProfile } from "@/lib/customers/fiscal-profiles";
import { canEditFiscal } from "@/lib/customers/policy";
import type { Tx } from "@/lib/db/client";
import { acceptanceWords, holdReason } from "@/lib/quotes/acceptance";
import { canonicalAuthorisation } from "@/lib/quotes/authorisation-text";
import { textHash } from "@/lib/quotes/canonical";
import { mayDecide } from "@/lib/quotes/quote-policy";
import { closeQuote, lockVisibleQuote, resumeWork, type LockedQuote } from "@/lib/quotes/quote-record";
import { partiesOf } from "@/lib/quotes/quote-rows";
import type { AuthoriseEventInput, AuthoriseHoursInput, DeclineQuoteInput } from "@/lib/quotes/quote-schema";
import { isPastValidity, moveQuote, type StateRefusal } from "@/lib/quotes/states";
import { ok, refuse, type Result } from "@/lib/result";
import { activateTarget, retargetPriority } from "@/lib/sla/targets";
import { recordTicketEvent, updateTicket } from "@/lib/tickets/record";
import { toDate, toInstant } from "@/lib/time/instants";

/** From where it was answered, as the request says; never from the form. */
export type Origin = { address: string; browser: string };
export type Decided = { quoteId: string; reference: string; ticketReference: string };

type Common = "QUOTE_NOT_FOUND" | "MAY_NOT_AUTHORISE" | "TICKET_CLOSED" | StateRefusal;
type Authorise = Common | "QUOTE_OTHER_TEXT" | "NOT_ALL_ACCEPTED" | "MINUTES_INVALID" | "CONTRACT_NOT_FOUND" | "CONTRACT_NOT_IN_FORCE" | "BALANCE_TOO_LOW" | "OTHER_BASIS";
type By = Pick<Context<CustomerActor>, "actor" | "now"> & { origin: Origin };

/** Paid per event: the customer accepts the rate, the payment terms and the invoicing (policy, 7). */
export function authoriseEventQuote({ db, actor, now }: Context<CustomerActor>, { rfc, legalName, taxRegime, postalCode, cfdiUse, ...input }: AuthoriseEventInput, origin: Origin): Promise<Result<Decided, Authorise, unknown>> {
  const fiscal = { rfc, legalName, taxRegime, postalCode, cfdiUse };
  return db.$transaction((tx) => authorise(tx, { actor, now, origin }, { ...input, basis: "event", fiscal }));
}

/** With a póliza: the customer accepts that the hours are deducted (policy, 8); they are held in the same transaction. */
export function authoriseHoursQuote({ db, actor, now }: Context<CustomerActor>, input: AuthoriseHoursInput, origin: Origin): Promise<Result<Decided, Authorise, unknown>> {
  return db.$transaction((tx) => authorise(tx, { actor, now, origin }, { ...input, basis: "contract", fiscal: null }));
}

export function declineQuote({ db, actor, now }: Context<CustomerActor>, input: DeclineQuoteInput, origin: Origin): Promise<Result<Decided, Common, unknown>> {
  return db.$transaction(async (tx): Promise<Result<Decided, Common, unknown>> => {
    const open = await openToDecide(tx, { actor, now, origin }, { quoteId: input.quoteId, move: "decline" });
    if (!open.ok || open.data.isRepeat) return answerOf(open);
    const { quote, ticket } = open.data;
    await closeQuote(tx, { quote, ticketId: ticket.id, state: "declined", actor, now });
    await writeDecision(tx, { actor, now, origin }, { quote, verdict: "declined", accepted: [], reason: input.reason, fiscal: null });
    await updateTicket(tx, ticket, { status: await resumeWork(tx, ticket, now), lastCustomerMessageAt: toDate(now) }, now);
    return answerOf(open);
  });
}

type Accepted = AuthoriseHoursInput & { basis: "event" | "contract"; fiscal: FiscalData | null };

async function authorise(tx: Tx, by: By, input: Accepted): Promise<Result<Decided, Authorise, unknown>> {
  const open = await openToDecide(tx, by, { quoteId: input.quoteId, move: "authorise" });
  if (!open.ok || open.data.isRepeat) return answerOf(open);
  const { quote, ticket } = open.data;
  if (quote.basis !== input.basis) return refuse("OTHER_BASIS");
  if (quote.sha256 !== input.sha256) return refuse("QUOTE_OTHER_TEXT");
  const words = acceptanceWords(quote);
  if (words.some(({ key }) => !input.accepted.includes(key))) return refuse("NOT_ALL_ACCEPTED");
  const held = await holdHours(tx, by, open.data);
  if (!held.ok) return held;

  const { actor, now } = by;
  await closeQuote(tx, { quote, ticketId: ticket.id, state: "authorised", actor, now });
  await writeDecision(tx, by, { quote, verdict: "authorised", accepted: words.map((each) => each.words), reason: null, fiscal: input.fiscal });
  if (input.fiscal) await keepFiscal(tx, by, { ticket, fiscal: input.fiscal });
  await beginAttention(tx, by, open.data);
  return ok({ quoteId: quote.id, reference: quote.reference, ticketReference: ticket.reference });
}

type Open = LockedQuote & { isRepeat: boolean };

/** The quote that may be answered now, by this person; a second click of the same person finds the first one's answer. */
async function openToDecide(tx: Tx, { actor, now }: By, { quoteId, move }: { quoteId: string; move: "authorise" | "decline" }): Promise<Result<Open, Common, unknown>> {
  const locked = await lockVisibleQuote(tx, actor, quoteId);
  if (!locked) return refuse("QUOTE_NOT_FOUND");
  const { quote, ticket } = locked;
  if (!mayDecide(actor, partiesOf(quote))) return refuse("MAY_NOT_AUTHORISE");
  const moved = moveQuote(quote.state, move);
  if (!moved.ok) {
    const isSame = quote.decision?.userId === actor.userId && quote.decision.verdict === (move === "authorise" ? "authorised" : "declined");
    return isSame ? ok({ ...locked, isRepeat: true }) : refuse(moved.code, { by: quote.decision?.user.name ?? "" });
  }
  if (isPastValidity(toInstant(quote.validUntil), now)) return refuse("QUOTE_EXPIRED");
  return ticket.status === "closed" ? refuse("TICKET_CLOSED") : ok({ ...locked, isRepeat: false });
}

async function holdHours(tx: Tx, { actor, now }: By, { quote, ticket }: LockedQuote) {
  if (quote.contract === null) return ok(null);
  return holdMinutes(tx, {
    contractId: quote.contract.id,
    minutes: quote.estimatedMinutes,
    ticketId: ticket.id,
    quoteId: quote.id,
    reason: holdReason(quote.reference),
    actor,
    at: now,
    key: `quote:${quote.id}:hold`,
  });
}

async function writeDecision(tx: Tx, { actor, now, origin }: By, { quote, verdict, accepted, reason, fiscal }: {
  quote: LockedQuote["quote"];
  verdict: "authorised" | "declined";
  accepted: string[];
  reason: string | null;
  fiscal: FiscalData | null;
}): Promise<void> {
  const at = toDate(now);
  const text = canonicalAuthorisation({
    verdict,
    quote: quote.reference,
    quoteSha256: quote.sha256 ?? "",
    person: actor.name,
    email: actor.email,
    organization: quote.ticket.organization?.name ?? null,
    at: at.toISOString(),
    address: origin.address,
    browser: origin.browser,
    accepted,
    reason,
    fiscal,
    quoteText: quote.text ?? "",
  });
  await tx.quoteDecision.create({
    data: { quoteId: quote.id, verdict, userId: actor.userId, at, ...origin, reason, accepted, ...(fiscal ? { fiscal } : {}), text, sha256: textHash(text) },
  });
}

/** What is kept for next time: by who may change it, or where there is none yet. Otherwise it is of this quote alone. */
async function keepFiscal(tx: Tx, { actor, now }: By, { ticket, fiscal }: { ticket: LockedQuote["ticket"]; fiscal: FiscalData }): Promise<void> {
  const owner = fiscalOwnerOf({ organizationId: ticket.organizationId, userId: ticket.requesterId });
  if (!canEditFiscal(actor, owner) && (await readFiscalData(tx, owner)) !== null) return;
  await writeFiscalProfile(tx, { owner, data: fiscal, actor, at: now });
}

/** Services with póliza or paid per event are attended as alta (policy, 5), from the authorisation on. */
async function beginAttention(tx: Tx, { actor, now }: By, { quote, ticket }: LockedQuote): Promise<void> {
  const at = toInstant(toDate(now));
  if (ticket.priority !== "high") {
    await retargetPriority(tx, { ticketId: ticket.id, priority: "high", at });
    await recordTicketEvent(tx, { ticketId: ticket.id, type: "ticket.priority-changed", data: { from: ticket.priority, to: "high" }, actor, at: now });
  }
  const status = await resumeWork(tx, ticket, now);
  const owed = await tx.ticketSlaTarget.count({ where: { ticketId: ticket.id, kind: { in: ["first_response", "next_response"] }, fulfilledAt: null, cancelledAt: null } });
  if (owed === 0) await activateTarget(tx, { ticketId: ticket.id, kind: "next_response", priority: "high", at });
  await updateTicket(tx, ticket, { status, priority: "high", isPaid: true, lastCustomerMessageAt: toDate(now), ...(quote.contract ? { contractId: quote.contract.id } : {}) }, now);
}

function answerOf<C extends string>(open: Result<Open, C, unknown>): Result<Decided, C, unknown> {
  if (!open.ok) return open;
  const { quote, ticket } = open.data;
  return ok({ quoteId: quote.id, reference: quote.reference, ticketReference: ticket.reference });
}
