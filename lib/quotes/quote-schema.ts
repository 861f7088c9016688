import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { checkFiscal, fiscalShape } from "@/lib/customers/fiscal";
import { MOST_LINES, SCOPE_MAX, TERMS_MAX } from "@/lib/quotes/quote-types";

const day = z.string("field.missing").refine(isDay, "field.dateWrong").transform((text) => Temporal.PlainDate.from(text));
/** The columns of the lines, each as it was typed: the command reads them against the rate card, and names the line that is wrong. */
const column = z.array(z.string().max(400)).max(MOST_LINES, "field.tooManyLines").default([]);
/** Empty: the draft that is begun. */
const version = z.preprocess((value) => (value === "" ? undefined : value), z.uuid("field.unknownChoice").optional());

export const quoteDraftSchema = z.strictObject({
  ticketId: idField(),
  version,
  basis: z.enum(["event", "contract"], "field.unknownChoice"),
  contractId: optionalIdField(),
  scope: typedText({ max: SCOPE_MAX, min: 0 }),
  exclusions: typedText({ max: SCOPE_MAX, min: 0 }),
  paymentTerms: typedText({ max: TERMS_MAX, min: 0 }),
  validOn: day,
  items: column,
  quantities: column,
  discounts: column,
  reasons: column,
});
export type QuoteDraftInput = z.output<typeof quoteDraftSchema>;

/** A draft as one saw it: another save since is told. */
export const draftVersionSchema = z.strictObject({ quoteId: idField(), version: z.uuid("field.unknownChoice") });
export type DraftVersionInput = z.output<typeof draftVersionSchema>;

export const quoteIdSchema = z.strictObject({ quoteId: idField() });
export type QuoteIdInput = z.output<typeof quoteIdSchema>;

export const declineQuoteSchema = z.strictObject({ quoteId: idField(), reason: typedText({ max: 1000 }) });
export type DeclineQuoteInput = z.output<typeof declineQuoteSchema>;

export const ACCEPTANCES = ["rate", "terms", "invoicing", "hours", "scope"] as const;
export type AcceptanceKey = (typeof ACCEPTANCES)[number];

const shared = {
  quoteId: idField(),
  /** Of the quote that was read: nobody accepts what they have not seen. */
  sha256: z.string("field.missing").regex(/^[0-9a-f]{64}$/, "field.unknownChoice"),
  accepted: z.array(z.enum(ACCEPTANCES)).max(ACCEPTANCES.length).default([]),
};

/** The hours of a póliza: nothing is invoiced. */
export const authoriseHoursSchema = z.strictObject(shared);
/** Paid per event: with the data of the invoice. */
export const authoriseEventSchema = z.strictObject({ ...shared, ...fiscalShape }).superRefine(checkFiscal);
export type AuthoriseHoursInput = z.output<typeof authoriseHoursSchema>;
export type AuthoriseEventInput = z.output<typeof authoriseEventSchema>;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" }).year < 2200;
  } catch {
    return false;
  }
}
