import type { AttachmentView } from "@/lib/attachments/types";
import type { FiscalData } from "@/lib/customers/fiscal";
import type { ChargeState } from "@/lib/db/generated/enums";

/** Money in whole cents, instants as ISO strings. */
export type ChargeListItem = {
  id: string;
  reference: string;
  state: ChargeState;
  ticketReference: string;
  subject: string;
  customerName: string;
  totalCents: number;
  invoiceFolio: string | null;
  createdAt: string;
};

export type ChargeView = ChargeListItem & {
  quoteReference: string;
  fiscal: FiscalData;
  subtotalCents: number;
  discountCents: number;
  vatCents: number;
  lines: { code: string; description: string; unit: "event" | "hour"; quantity: number; unitPriceCents: number; subtotalCents: number; discountCents: number; vatCents: number; totalCents: number }[];
  invoice: { folio: string; uuid: string; at: string; byName: string | null } | null;
  payment: { at: string; byName: string | null; note: string } | null;
  cancellation: { at: string; reason: string } | null;
  attachments: AttachmentView[];
  can: { invoice: boolean; pay: boolean; cancel: boolean };
};

/** What a customer sees of a charge. */
export type OwnChargeView = Omit<ChargeListItem, "customerName"> & { attachments: AttachmentView[]; paidAt: string | null };

/** A month's charges, in whole cents by state. */
export type MonthTotals = { month: string; cents: Record<ChargeState, number>; count: number };

/** Who invoices, and how. */
export type Company = {
  rfc: string;
  legalName: string;
  taxRegime: string;
  postalCode: string;
  productKey: string;
  paymentMethod: "PUE" | "PPD";
  paymentForm: string;
  series: string;
};
