import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Tx } from "@/lib/db/client";
import { pickContract } from "@/lib/billing/pick-contract";
import type { UsableContract } from "@/lib/billing/usable-contracts";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { readLines, type LineProblem, type LineRefusal, type TypedLine } from "@/lib/quotes/quote-lines";
import { quoteReferenceFrom } from "@/lib/quotes/quote-reference";
import type { DraftVersionInput, QuoteDraftInput } from "@/lib/quotes/quote-schema";
import type { QuoteLine } from "@/lib/quotes/quote-types";
import { pricesFor, readPricing } from "@/lib/quotes/rate-card";
import { lockVisibleQuote } from "@/lib/quotes/quote-record";
import { endOfDay, isValidityAllowed } from "@/lib/quotes/states";
import { quoteTotals } from "@/lib/quotes/totals";
import { ok, refuse, type Refusal, type Result } from "@/lib/result";
import { canWorkOn } from "@/lib/tickets/policy";
import { lockVisibleTicket } from "@/lib/tickets/record";
import { refuseClosed } from "@/lib/tickets/refusals";
import { dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

export type SavedDraft = { quoteId: string; version: string; reference: string; ticketReference: string };
type DraftRefusal = "QUOTE_DRAFT_CHANGED" | "QUOTE_DRAFT_GONE";
type Refusals = "NOT_FOUND" | "FORBIDDEN" | "TICKET_CLOSED" | "TICKET_MERGED" | "RATE_CARD_MISSING" | "CONTRACT_NOT_IN_FORCE" | "VALIDITY_WRONG" | DraftRefusal | LineRefusal;

/**
 * Begins or changes the one draft of a ticket, with the prices of the rate card in force. Whoever saves names the version that they began
 * with: a second tab, or a colleague, is told of the other one's and loses nothing.
 */
export function saveQuoteDraft({ db, actor, now }: Context<StaffActor>, input: QuoteDraftInput): Promise<Result<SavedDraft, Refusals, unknown>> {
  return db.$transaction(async (tx): Promise<Result<SavedDraft, Refusals, unknown>> => {
    const ticket = await lockVisibleTicket(tx, actor, input.ticketId);
    if (!ticket) return refuse("NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    if (ticket.status === "closed") return refuseClosed(tx, actor, ticket);
    const kept = await tx.quote.findFirst({ where: { ticketId: ticket.id, state: "draft" }, select: { id: true, reference: true, version: true } });
    const changed = await refuseOtherVersion(tx, kept, input.version);
    if (changed) return changed;
    const today = dayAt(now, DESK_TIME_ZONE);
    if (!isValidityAllowed(input.validOn, today)) return refuse("VALIDITY_WRONG");

    const { card, contracts } = await readPricing(tx, { organizationId: ticket.organizationId, on: today });
    if (!card) return refuse("RATE_CARD_MISSING");
    const items = new Map(card.items.map((item) => [item.id, item]));
    const lines = readLines(typedLines(input), { items, prices: pricesFor(input.basis, contracts) });
    if (!lines.ok) return lines;
    const totals = quoteTotals(lines.data);
    const contract = input.basis === "contract" ? choose(contracts, { chosenId: input.contractId, minutes: totals.estimatedMinutes }) : null;
    if (input.basis === "contract" && contract === null) return refuse("CONTRACT_NOT_IN_FORCE");

    const at = toDate(now);
    const version = crypto.randomUUID();
    const data = {
      basis: input.basis,
      contractId: contract?.id ?? null,
      rateCardVersionId: card.id,
      scope: input.scope,
      exclusions: input.exclusions,
      paymentTerms: input.paymentTerms,
      validUntil: toDate(endOfDay(input.validOn, DESK_TIME_ZONE)),
      ...totals,
      version,
      updatedAt: at,
    };
    const saved = kept
      ? await tx.quote.update({ where: { id: kept.id }, data, select: { id: true, reference: true } })
      : await tx.quote.create({
          data: { ...data, ticketId: ticket.id, reference: quoteReferenceFrom(crypto.getRandomValues(new Uint8Array(8))), revision: await nextRevision(tx, ticket.id), createdAt: at, createdById: actor.userId },
          select: { id: true, reference: true },
        });
    await writeLines(tx, saved.id, lines.data);
    return ok({ quoteId: saved.id, version, reference: saved.reference, ticketReference: ticket.reference });
  });
}

/** Throws a draft away: nobody but the desk has seen it. */
export function discardQuoteDraft({ db, actor }: Context<StaffActor>, input: DraftVersionInput): Promise<Result<{ ticketReference: string }, "QUOTE_NOT_FOUND" | "FORBIDDEN" | DraftRefusal, unknown>> {
  return db.$transaction(async (tx): Promise<Result<{ ticketReference: string }, "QUOTE_NOT_FOUND" | "FORBIDDEN" | DraftRefusal, unknown>> => {
    const locked = await lockVisibleQuote(tx, actor, input.quoteId);
    if (!locked) return refuse("QUOTE_NOT_FOUND");
    if (!canWorkOn(actor)) return refuse("FORBIDDEN");
    const changed = await refuseOtherVersion(tx, locked.quote.state === "draft" ? locked.quote : null, input.version);
    if (changed) return changed;
    await tx.quote.delete({ where: { id: locked.quote.id } });
    return ok({ ticketReference: locked.ticket.reference });
  });
}

/** Null when `version` is that of the draft that is kept, or there is none and none was named. */
export async function refuseOtherVersion(tx: Tx, kept: { id: string; version: string } | null, version: string | undefined): Promise<Refusal<DraftRefusal, unknown> | null> {
  if (kept === null) return version === undefined ? null : refuse("QUOTE_DRAFT_GONE");
  return kept.version === version ? null : refuse("QUOTE_DRAFT_CHANGED", { version: kept.version });
}

/** The lines of a draft, whole: what was there goes. */
export async function writeLines(tx: Tx, quoteId: string, lines: readonly QuoteLine[]): Promise<void> {
  await tx.quoteLine.deleteMany({ where: { quoteId } });
  await tx.quoteLine.createMany({ data: lines.map((line, index) => ({ ...line, quoteId, position: index + 1 })) });
}

async function nextRevision(tx: Tx, ticketId: string): Promise<number> {
  const { _max } = await tx.quote.aggregate({ where: { ticketId }, _max: { revision: true } });
  return (_max.revision ?? 0) + 1;
}

/** The chosen one, room or not (the page says what is left); left to the desk, the one that ends first and has room, else the first. */
function choose(contracts: readonly UsableContract[], { chosenId, minutes }: { chosenId: string | undefined; minutes: number }): UsableContract | null {
  if (chosenId !== undefined) return contracts.find(({ id }) => id === chosenId) ?? null;
  const picked = pickContract(contracts, { minutes });
  return picked.ok ? picked.data : (contracts[0] ?? null);
}

function typedLines({ items, quantities, discounts, reasons }: QuoteDraftInput): TypedLine[] {
  return items.map((item, index) => ({ item, quantity: quantities[index] ?? "", discount: discounts[index] ?? "", reason: reasons[index] ?? "" }));
}

export type { LineProblem };
