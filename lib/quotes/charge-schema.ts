import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { attachmentIds } from "@/lib/attachments/schema";
import { CHARGE_STATES } from "@/lib/quotes/charge-states";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const invoiceChargeSchema = z.strictObject({
  chargeId: idField(),
  folio: typedText({ max: 60 }),
  uuid: typedText({ max: 60 }).transform((text) => text.toLowerCase()).refine((text) => UUID.test(text), "INVOICE_UUID_UNREADABLE"),
  attachments: attachmentIds,
});
export type InvoiceChargeInput = z.output<typeof invoiceChargeSchema>;

export const payChargeSchema = z.strictObject({
  chargeId: idField(),
  /** The day on which it was paid. */
  paidOn: typedText({ max: 10 }).transform((text, ctx): Temporal.PlainDate => {
    try {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
      return Temporal.PlainDate.from(text);
    } catch {
      ctx.addIssue({ code: "custom", message: "field.date" });
      return z.NEVER;
    }
  }),
  note: typedText({ max: 500, min: 0 }),
});
export type PayChargeInput = z.output<typeof payChargeSchema>;

export const cancelChargeSchema = z.strictObject({ chargeId: idField(), reason: typedText({ max: 2000 }) });
export type CancelChargeInput = z.output<typeof cancelChargeSchema>;

const optionalDay = z.string().transform((text, ctx): Temporal.PlainDate | undefined => {
  if (text === "") return undefined;
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text);
  } catch {
    ctx.addIssue({ code: "custom", message: "field.date" });
    return z.NEVER;
  }
}).optional();

/** Of the accounting export: both days are within; without a state all of them. */
export const exportChargesSchema = z.strictObject({
  from: optionalDay,
  to: optionalDay,
  state: z.preprocess((value) => (value === "" ? undefined : value), z.enum(CHARGE_STATES, "field.unknownChoice").optional()),
});
export type ExportChargesInput = z.output<typeof exportChargesSchema>;
