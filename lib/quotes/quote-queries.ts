import "server-only";
import type { CustomerActor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { listUsableContracts, type UsableContract } from "@/lib/billing/usable-contracts";
import type { FiscalData } from "@/lib/customers/fiscal";
import { fiscalOwnerOf, readFiscalData } from "@/lib/customers/fiscal-profiles";
import type { Prisma } from "@/lib/db/generated/client";
import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { acceptanceWords } from "@/lib/quotes/acceptance";
import type { QuoteFilter } from "@/lib/quotes/quote-filters";
import { mayDecide } from "@/lib/quotes/quote-policy";
import { itemSelect, partiesOf, quoteSelect, toQuoteListItem, toQuoteView, type QuoteRow } from "@/lib/quotes/quote-rows";
import type { AcceptanceKey } from "@/lib/quotes/quote-schema";
import type { QuoteListItem, QuoteView } from "@/lib/quotes/quote-types";
import type { QuoteState } from "@/lib/quotes/states";
import { visibleQuotes } from "@/lib/quotes/visibility";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import type { Page } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";
import { dayAt } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

const PAGE_SIZE = 25;

/** Who may answer for the customer, in the words that the page needs. */
export type Authorisers = { rule: "requester" | "anyone" | "managers" | "named"; names: string[] };

export type CustomerQuote = {
  quote: QuoteView;
  /** Whether the reader sees the ticket, or the quote alone. */
  canSeeTicket: boolean;
  /** Whether the reader may answer it now. */
  canDecide: boolean;
  mayDecide: boolean;
  authorisers: Authorisers;
  acceptances: { key: AcceptanceKey; words: string }[];
  /** The contract whose hours it would take, with what is left; null where there is none, or it is not in force. */
  balance: UsableContract | null;
  /** To whom would be invoiced, for those who may authorise it. */
  fiscal: FiscalData | null;
};

/** Null when there is none that the actor may see. */
export async function findQuoteForCustomer(ctx: Context<CustomerActor>, { ticketReference, reference }: { ticketReference: string; reference: string }): Promise<CustomerQuote | null> {
  const { db, actor, now } = ctx;
  const row = await db.quote.findFirst({ where: { AND: [{ reference, ticket: { reference: ticketReference } }, visibleQuotes(actor)] }, select: quoteSelect });
  if (!row) return null;
  const quote = toQuoteView(row, now);
  const isAllowed = mayDecide(actor, partiesOf(row));
  const isOpen = quote.state === "sent" && !quote.ticket.isClosed;
  const needsFiscal = isAllowed && isOpen && quote.basis === "event";
  const [canSeeTicket, authorisers, balance, fiscal] = await Promise.all([
    db.ticket.count({ where: { AND: [{ id: quote.ticket.id }, visibleTickets(actor)] } }),
    readAuthorisers(ctx, row),
    row.contract && isOpen ? readBalance(ctx, row.contract) : null,
    needsFiscal ? readFiscalData(db, fiscalOwnerOf({ organizationId: row.ticket.organization?.id ?? null, userId: row.ticket.requesterId })) : null,
  ]);
  return { quote, canSeeTicket: canSeeTicket > 0, canDecide: isAllowed && isOpen, mayDecide: isAllowed, authorisers, acceptances: acceptanceWords(row), balance, fiscal };
}

/** A quote with its texts, for whoever may see it: what is downloaded. */
export async function findQuoteDocument({ db, actor, now }: Context<PersonActor>, { ticketReference, reference }: { ticketReference: string; reference: string }): Promise<QuoteView | null> {
  const row = await db.quote.findFirst({ where: { AND: [{ reference, ticket: { reference: ticketReference } }, visibleQuotes(actor)] }, select: quoteSelect });
  return row && toQuoteView(row, now);
}

/** The quotes of a ticket that the actor may see, the newest first. */
export async function listTicketQuotes({ db, actor, now }: Context<PersonActor>, ticketId: string): Promise<QuoteListItem[]> {
  const rows = await db.quote.findMany({ where: { AND: [{ ticketId }, visibleQuotes(actor)] }, orderBy: { revision: "desc" }, take: 50, select: itemSelect });
  return rows.map((row) => toQuoteListItem(row, now));
}

/** What changed last comes first; a page by key. `open` is what waits for the customer. */
export async function listCustomerQuotes({ db, actor, now }: Context<CustomerActor>, { filter, cursor }: { filter: QuoteFilter; cursor?: string }): Promise<Page<QuoteListItem>> {
  const rows = await db.quote.findMany({ where: { AND: [visibleQuotes(actor), filterOf(filter, now), ...afterCursor(cursor)] }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }], take: PAGE_SIZE + 1, select: itemSelect });
  return pageOf(rows, now);
}

/** How many wait for an answer that this person may give or see given. */
export async function countOpenQuotes({ db, actor, now }: Context<CustomerActor>): Promise<number> {
  return db.quote.count({ where: { AND: [visibleQuotes(actor), filterOf("open", now)] } });
}

const ENDED: QuoteState[] = ["declined", "expired", "superseded", "withdrawn"];

/** A sent one past its end, or of a closed ticket, waits for nobody, whether a job has said so or not. */
export function filterOf(filter: QuoteFilter, now: Temporal.Instant): Prisma.QuoteWhereInput {
  const open: Prisma.QuoteWhereInput = { state: "sent", validUntil: { gte: toDate(now) }, ticket: { status: { not: "closed" } } };
  switch (filter) {
    case "open":
      return open;
    case "authorised":
      return { state: "authorised" };
    case "ended":
      return { OR: [{ state: { in: ENDED } }, { state: "sent", NOT: open }] };
    case "all":
      return {};
    default:
      return filter satisfies never;
  }
}

export function afterCursor(cursor: string | undefined): Prisma.QuoteWhereInput[] {
  const after = decodeCursor(cursor);
  return after ? [{ OR: [{ updatedAt: { lt: after.at } }, { updatedAt: after.at, id: { lt: after.id } }] }] : [];
}

export function pageOf(rows: Prisma.QuoteGetPayload<{ select: typeof itemSelect }>[], now: Temporal.Instant): Page<QuoteListItem> {
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return { items: rows.slice(0, PAGE_SIZE).map((row) => toQuoteListItem(row, now)), nextCursor: last ? encodeCursor({ at: last.updatedAt, id: last.id }) : null };
}

export const QUOTE_PAGE_SIZE = PAGE_SIZE;

async function readBalance({ db, now }: Context<CustomerActor>, contract: NonNullable<QuoteRow["contract"]>): Promise<UsableContract | null> {
  const usable = await listUsableContracts(db, contract.organizationId, dayAt(now, DESK_TIME_ZONE));
  return usable.find(({ id }) => id === contract.id) ?? null;
}

/** A few names are enough to know whom to ask. */
const MOST_NAMES = 10;

async function readAuthorisers({ db }: Context<CustomerActor>, { ticket, contract }: QuoteRow): Promise<Authorisers> {
  const organizationId = contract?.organizationId ?? ticket.organization?.id;
  if (!organizationId) return { rule: "requester", names: [ticket.requester.name] };
  const rule = contract ? contract.authorisers : ticket.organization?.eventAuthorisers ?? "anyone";
  if (rule === "anyone") return { rule, names: [] };
  const chosen = rule === "managers" ? { organizationRole: "manager" as const } : { id: { in: contract?.namedAuthorisers.map(({ userId }) => userId) ?? [] } };
  const people = await db.user.findMany({ where: { organizationId, suspendedAt: null, ...chosen }, orderBy: { name: "asc" }, take: MOST_NAMES, select: { name: true } });
  return { rule, names: people.map(({ name }) => name) };
}
