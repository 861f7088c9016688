import { canonicalText } from "@/lib/quotes/canonical";
import type { QuoteBasis, QuoteLine } from "@/lib/quotes/quote-types";
import type { QuoteTotals } from "@/lib/quotes/totals";

/** What a quote says when it is sent, to the cent and the minute. Money in cents of MXN, IVA in hundredths of a percent, instants in UTC. */
export const QUOTE_FORM = "mesa-quote v1";

export type QuoteFacts = QuoteTotals & {
  reference: string;
  revision: number;
  supersedes: string | null;
  ticket: string;
  customer: string;
  basis: QuoteBasis;
  contract: string | null;
  rateCard: number;
  sent: string;
  sentBy: string;
  validUntil: string;
  scope: string;
  exclusions: string;
  paymentTerms: string;
  lines: readonly QuoteLine[];
};

/** The text whose hash the quote carries; docs/decisions/0024 describes the form for those who check it. */
export function canonicalQuote(facts: QuoteFacts): string {
  const { lines } = facts;
  return canonicalText(QUOTE_FORM, [
    ["reference", facts.reference],
    ["revision", facts.revision],
    ["supersedes", facts.supersedes],
    ["ticket", facts.ticket],
    ["customer", facts.customer],
    ["basis", facts.basis],
    ["contract", facts.contract],
    ["rateCard", facts.rateCard],
    ["sent", facts.sent],
    ["sentBy", facts.sentBy],
    ["validUntil", facts.validUntil],
    ["scope", facts.scope],
    ["exclusions", facts.exclusions],
    ["paymentTerms", facts.paymentTerms],
    ...lines.map((line) => ["line", lineFacts(line)] as const),
    ["currency", "MXN"],
    ["subtotal", facts.subtotalCents],
    ["discount", facts.discountCents],
    ["vat", facts.vatCents],
    ["total", facts.totalCents],
    ["minutes", facts.estimatedMinutes],
  ]);
}

/** In a fixed order: the text does not depend on how the line was put together. */
function lineFacts({ code, description, unit, quantity, unitPriceCents, minutes, subtotalCents, discountCents, discountReason, vatRateBp, vatCents, totalCents }: QuoteLine) {
  return { code, description, unit, quantity, unitPrice: unitPriceCents, minutes, subtotal: subtotalCents, discount: discountCents, discountReason, vatRate: vatRateBp, vat: vatCents, total: totalCents };
}
