import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { UsableContract } from "@/lib/billing/usable-contracts";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import type { StaffQuoteFilter } from "@/lib/quotes/quote-filters";
import { afterCursor, filterOf, pageOf, QUOTE_PAGE_SIZE } from "@/lib/quotes/quote-queries";
import { itemSelect, quoteSelect, toQuoteLine, toQuoteView, type QuoteRow } from "@/lib/quotes/quote-rows";
import type { PriceKind, QuoteListItem, QuoteView, RateItem } from "@/lib/quotes/quote-types";
import { pricesFor, readPricing } from "@/lib/quotes/rate-card";
import { rateChanges, type RateChange } from "@/lib/quotes/rate-changes";
import { visibleQuotes } from "@/lib/quotes/visibility";
import type { Page, TicketStatus } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";
import { dayAt } from "@/lib/time/days";

/** All that the page needs on which a quote is written. */
export type QuoteDesk = {
  ticket: { id: string; reference: string; subject: string; status: TicketStatus; customerName: string; isPaid: boolean; contractId: string | null };
  card: { number: number; items: RateItem[] } | null;
  contracts: UsableContract[];
  /** Of what is paid per event. */
  prices: PriceKind;
  draft: { quote: QuoteView; version: string; savedByName: string; changes: RateChange[] } | null;
  /** What was sent, the newest first. */
  earlier: QuoteView[];
};

/** Null when there is no such ticket. */
export async function findQuoteDesk({ db, actor, now }: Context<StaffActor>, ticketReference: string): Promise<QuoteDesk | null> {
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ reference: ticketReference }, visibleTickets(actor)] },
    select: { id: true, reference: true, subject: true, status: true, isPaid: true, contractId: true, organizationId: true, requester: { select: { name: true } }, organization: { select: { name: true } } },
  });
  if (!ticket) return null;
  const { organizationId, requester, organization, ...rest } = ticket;
  const [{ card, contracts }, rows] = await Promise.all([
    readPricing(db, { organizationId, on: dayAt(now, DESK_TIME_ZONE) }),
    db.quote.findMany({ where: { AND: [{ ticketId: ticket.id }, visibleQuotes(actor)] }, orderBy: { revision: "desc" }, take: 50, select: quoteSelect }),
  ]);
  const draft = rows.find(({ state }) => state === "draft");
  return {
    ticket: { ...rest, customerName: organization?.name ?? requester.name },
    card: card && { number: card.number, items: card.items },
    contracts,
    prices: pricesFor("event", contracts),
    draft: draft ? { quote: toQuoteView(draft, now), version: draft.version, savedByName: draft.createdBy.name, changes: changesOf(draft, { items: card?.items ?? [], contracts }) } : null,
    earlier: rows.filter(({ state }) => state !== "draft").map((row) => toQuoteView(row, now)),
  };
}

function changesOf(draft: QuoteRow, { items, contracts }: { items: RateItem[]; contracts: UsableContract[] }): RateChange[] {
  return rateChanges(draft.lines.map(toQuoteLine), { items, prices: pricesFor(draft.basis, contracts) });
}

/** What changed last comes first; a page by key. */
export async function listStaffQuotes({ db, actor, now }: Context<StaffActor>, { filter, cursor }: { filter: StaffQuoteFilter; cursor?: string }): Promise<Page<QuoteListItem>> {
  const where = filter === "draft" ? { state: "draft" as const } : filterOf(filter, now);
  const rows = await db.quote.findMany({ where: { AND: [visibleQuotes(actor), where, ...afterCursor(cursor)] }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }], take: QUOTE_PAGE_SIZE + 1, select: itemSelect });
  return pageOf(rows, now);
}

/** What is under way: written, and with customers. */
export async function countStaffQuotes({ db, actor, now }: Context<StaffActor>): Promise<{ draft: number; open: number }> {
  const [draft, open] = await Promise.all([
    db.quote.count({ where: { AND: [visibleQuotes(actor), { state: "draft" }] } }),
    db.quote.count({ where: { AND: [visibleQuotes(actor), filterOf("open", now)] } }),
  ]);
  return { draft, open };
}
