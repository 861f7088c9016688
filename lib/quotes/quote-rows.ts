import "server-only";
import { fiscalSchema, type FiscalData } from "@/lib/customers/fiscal";
import type { Prisma } from "@/lib/db/generated/client";
import type { QuoteParties } from "@/lib/quotes/quote-policy";
import type { QuoteLine, QuoteListItem, QuoteView } from "@/lib/quotes/quote-types";
import { shownState } from "@/lib/quotes/states";
import { toInstant } from "@/lib/time/instants";

export const lineSelect = {
  rateCardItemId: true,
  code: true,
  description: true,
  unit: true,
  quantity: true,
  unitPriceCents: true,
  minutes: true,
  subtotalCents: true,
  discountCents: true,
  discountReason: true,
  vatRateBp: true,
  vatCents: true,
  totalCents: true,
} as const satisfies Prisma.QuoteLineSelect;

export const quoteSelect = {
  id: true,
  reference: true,
  revision: true,
  basis: true,
  state: true,
  scope: true,
  exclusions: true,
  paymentTerms: true,
  validUntil: true,
  subtotalCents: true,
  discountCents: true,
  vatCents: true,
  totalCents: true,
  estimatedMinutes: true,
  text: true,
  sha256: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  sentAt: true,
  closedAt: true,
  createdById: true,
  createdBy: { select: { name: true } },
  sentBy: { select: { name: true } },
  supersededBy: { select: { reference: true } },
  rateCardVersion: { select: { id: true, number: true } },
  contract: { select: { id: true, reference: true, name: true, organizationId: true, authorisers: true, namedAuthorisers: { select: { userId: true } } } },
  lines: { orderBy: { position: "asc" }, select: lineSelect },
  decision: { select: { verdict: true, at: true, reason: true, accepted: true, fiscal: true, text: true, sha256: true, userId: true, user: { select: { name: true } } } },
  ticket: {
    select: {
      id: true,
      reference: true,
      subject: true,
      status: true,
      requesterId: true,
      requester: { select: { name: true } },
      organization: { select: { id: true, name: true, eventAuthorisers: true } },
    },
  },
} as const satisfies Prisma.QuoteSelect;

export type QuoteRow = Prisma.QuoteGetPayload<{ select: typeof quoteSelect }>;
type LineRow = Prisma.QuoteLineGetPayload<{ select: typeof lineSelect }>;

export function toQuoteView(row: QuoteRow, now: Temporal.Instant): QuoteView {
  const { decision, ticket, contract } = row;
  return {
    id: row.id,
    reference: row.reference,
    ticket: { id: ticket.id, reference: ticket.reference, subject: ticket.subject, isClosed: ticket.status === "closed" },
    revision: row.revision,
    basis: row.basis,
    contract: contract && { id: contract.id, reference: contract.reference, name: contract.name },
    rateCardNumber: row.rateCardVersion.number,
    state: shownState({ state: row.state, validUntil: toInstant(row.validUntil) }, now),
    scope: row.scope,
    exclusions: row.exclusions,
    paymentTerms: row.paymentTerms,
    validUntil: row.validUntil.toISOString(),
    lines: row.lines.map(toQuoteLine),
    subtotalCents: Number(row.subtotalCents),
    discountCents: Number(row.discountCents),
    vatCents: Number(row.vatCents),
    totalCents: Number(row.totalCents),
    estimatedMinutes: row.estimatedMinutes,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    sentByName: row.sentBy?.name ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
    text: row.text,
    sha256: row.sha256,
    supersededBy: row.supersededBy?.reference ?? null,
    decision: decision && { verdict: decision.verdict, byName: decision.user.name, at: decision.at.toISOString(), reason: decision.reason, accepted: decision.accepted, fiscal: readFiscal(decision.fiscal), text: decision.text, sha256: decision.sha256 },
  };
}

/** As it was kept: what another version of the product wrote is not guessed at. */
function readFiscal(kept: unknown): FiscalData | null {
  const parsed = fiscalSchema.safeParse(kept);
  return parsed.success ? parsed.data : null;
}

export function toQuoteLine({ subtotalCents, discountCents, vatCents, totalCents, ...line }: LineRow): QuoteLine {
  return { ...line, subtotalCents: Number(subtotalCents), discountCents: Number(discountCents), vatCents: Number(vatCents), totalCents: Number(totalCents) };
}

export function partiesOf({ ticket, contract }: Pick<QuoteRow, "ticket" | "contract">): QuoteParties {
  return {
    requesterId: ticket.requesterId,
    organization: ticket.organization,
    contract: contract && { organizationId: contract.organizationId, authorisers: contract.authorisers, authoriserIds: contract.namedAuthorisers.map(({ userId }) => userId) },
  };
}

export const itemSelect = {
  id: true,
  reference: true,
  basis: true,
  state: true,
  totalCents: true,
  estimatedMinutes: true,
  validUntil: true,
  updatedAt: true,
  ticket: { select: { reference: true, subject: true, requester: { select: { name: true } }, organization: { select: { name: true } } } },
} as const satisfies Prisma.QuoteSelect;

export function toQuoteListItem(row: Prisma.QuoteGetPayload<{ select: typeof itemSelect }>, now: Temporal.Instant): QuoteListItem {
  const { ticket } = row;
  return {
    id: row.id,
    reference: row.reference,
    ticketReference: ticket.reference,
    subject: ticket.subject,
    customerName: ticket.organization?.name ?? ticket.requester.name,
    basis: row.basis,
    state: shownState({ state: row.state, validUntil: toInstant(row.validUntil) }, now),
    totalCents: Number(row.totalCents),
    estimatedMinutes: row.estimatedMinutes,
    validUntil: row.validUntil.toISOString(),
    at: row.updatedAt.toISOString(),
  };
}
