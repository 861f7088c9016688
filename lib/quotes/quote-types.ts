import type { FiscalData } from "@/lib/customers/fiscal";
import type { QuoteState } from "@/lib/quotes/states";
import type { LineAmounts, PricedUnit, QuoteTotals } from "@/lib/quotes/totals";

export type QuoteBasis = "event" | "contract";

export const MOST_LINES = 40;
export const MOST_EVENTS = 1000;
export const MOST_LINE_MINUTES = 60_000;
export const SCOPE_MAX = 10_000;
export const TERMS_MAX = 5_000;
export const REASON_MAX = 300;

/** A service of the rate card in force, as a line may be made of it. Prices of one event or one hour. */
export type RateItem = {
  id: string;
  code: string;
  description: string;
  unit: PricedUnit;
  minutesEstimated: number;
  publicPriceCents: number;
  contractPriceCents: number;
  vatRateBp: number;
};

/** Whose prices: everybody's, or those of customers with a póliza in force; the hours of a póliza have none. */
export type PriceKind = "public" | "preferential" | "hours";

export type QuoteLine = LineAmounts & {
  rateCardItemId: string;
  code: string;
  description: string;
  unit: PricedUnit;
  /** Events, or minutes where the unit is an hour. */
  quantity: number;
  unitPriceCents: number;
  discountReason: string | null;
  vatRateBp: number;
};

/** What both sides read of a quote. Instants are ISO strings. */
export type QuoteView = QuoteTotals & {
  id: string;
  reference: string;
  ticket: { id: string; reference: string; subject: string; isClosed: boolean };
  revision: number;
  basis: QuoteBasis;
  contract: { id: string; reference: string; name: string } | null;
  rateCardNumber: number;
  state: QuoteState;
  scope: string;
  exclusions: string;
  paymentTerms: string;
  validUntil: string;
  lines: QuoteLine[];
  createdAt: string;
  sentAt: string | null;
  sentByName: string | null;
  closedAt: string | null;
  text: string | null;
  sha256: string | null;
  supersededBy: string | null;
  decision: DecisionView | null;
};

export type DecisionView = {
  verdict: "authorised" | "declined";
  byName: string;
  at: string;
  reason: string | null;
  accepted: string[];
  /** To whom is invoiced, as it was accepted. */
  fiscal: FiscalData | null;
  text: string;
  sha256: string;
};

export type QuoteListItem = {
  id: string;
  reference: string;
  ticketReference: string;
  subject: string;
  customerName: string;
  basis: QuoteBasis;
  state: QuoteState;
  totalCents: number;
  estimatedMinutes: number;
  validUntil: string;
  /** When it became what it is: the key of the list. */
  at: string;
};
