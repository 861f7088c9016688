import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { MINUTES_MAX, readHours, REASON_MAX } from "@/lib/billing/minutes";
import { PRICE_MAX_CENTS, VAT_RATES } from "@/lib/billing/rate-lines";
import { readCents, readDay } from "@/lib/csv/cells";

export const CONTRACT_NAME_MAX = 150;
export const ROUNDINGS = [1, 5, 10, 15, 30, 60] as const;
export const END_RULES = ["expire", "carry_over"] as const;
export const AUTHORISER_RULES = ["managers", "anyone", "named"] as const;
/** More persons than one organization names. */
const AUTHORISERS_MAX = 100;

/** A typed text that `read` understands, as what it means; else the field's error. */
function readAs<T>(read: (text: string) => T | null, error: string, isGood: (value: T) => boolean = () => true) {
  return z
    .string("field.missing")
    .max(60, error)
    .transform((text, ctx) => {
      const value = text.trim() === "" ? null : read(text);
      if (value !== null && isGood(value)) return value;
      ctx.addIssue({ code: "custom", message: text.trim() === "" ? "field.missing" : error });
      return z.NEVER;
    });
}

const hours = readAs(readHours, "MINUTES_INVALID", (minutes) => minutes > 0 && minutes <= MINUTES_MAX);
const hoursOrNone = readAs(readHours, "MINUTES_INVALID", (minutes) => minutes <= MINUTES_MAX);
const price = readAs(readCents, "RATE_PRICE", (cents) => cents <= PRICE_MAX_CENTS);
const day = readAs(readDay, "field.date");
const oneOf = (choices: readonly number[]) => z.coerce.number("field.unknownChoice").refine((value) => choices.includes(value), "field.unknownChoice");

/** The rules that may be changed later. */
const rules = {
  name: typedText({ max: CONTRACT_NAME_MAX }),
  endsOn: day,
  rounding: oneOf(ROUNDINGS),
  atEnd: z.enum(END_RULES, "field.unknownChoice"),
  /** Hours below zero that may be promised; 0 for none. */
  overage: hoursOrNone,
  authorisers: z.enum(AUTHORISER_RULES, "field.unknownChoice"),
  authoriserIds: z.array(idField()).max(AUTHORISERS_MAX, "field.unknownChoice").default([]),
};

/** One per form: a second press makes no second entry. */
const submissionKey = idField();

export const createContractSchema = z.strictObject({ organizationId: idField(), hours, price, vatRateBp: oneOf(VAT_RATES), startsOn: day, submissionKey, ...rules });
export type CreateContractInput = z.output<typeof createContractSchema>;

/** `version` is when the row was changed last, as the editor saw it. */
export const editContractSchema = z.strictObject({ contractId: idField(), version: z.iso.datetime("field.unknownChoice"), ...rules });
export type EditContractInput = z.output<typeof editContractSchema>;

export const buyHoursSchema = z.strictObject({ contractId: idField(), hours, price, reason: typedText({ max: REASON_MAX, min: 0 }).default(""), submissionKey });
export type BuyHoursInput = z.output<typeof buyHoursSchema>;

export const adjustContractSchema = z.strictObject({ contractId: idField(), direction: z.enum(["add", "take"], "field.unknownChoice"), hours, reason: typedText({ max: REASON_MAX }), submissionKey });
export type AdjustContractInput = z.output<typeof adjustContractSchema>;

export const reverseEntrySchema = z.strictObject({
  contractId: idField(),
  entryId: z.string("ENTRY_NOT_FOUND").regex(/^[1-9]\d{0,17}$/, "ENTRY_NOT_FOUND"),
  reason: typedText({ max: REASON_MAX }),
  submissionKey,
});
export type ReverseEntryInput = z.output<typeof reverseEntrySchema>;

export const settleContractSchema = z.strictObject({ contractId: idField() });
export type SettleContractInput = z.output<typeof settleContractSchema>;
