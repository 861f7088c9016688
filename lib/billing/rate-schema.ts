import { z } from "zod";
import { typedText } from "@/lib/actions/text";
import { RATE_FIELDS, RATE_LINES_MAX, type RateField } from "@/lib/billing/rate-lines";

export const NOTE_MAX = 500;

const CELL_MAX = 2000;
const cell = z.string("field.unreadable").max(CELL_MAX, `field.tooLong:${CELL_MAX}`).refine((text) => text.isWellFormed() && !text.includes("\0"), "field.unreadable");
const typedLine = z.strictObject(Object.fromEntries(RATE_FIELDS.map((field) => [field, cell])) as Record<RateField, typeof cell>);
const LINES = RATE_LINES_MAX * 2;

/** The number of the version that the editor saw; 0 where there was none. */
const base = z.coerce.number("field.unknownChoice").int("field.unknownChoice").nonnegative("field.unknownChoice").max(2_147_483_646, "field.unknownChoice");

/** A whole card as it is to be published: the lines as JSON, so that they travel in one field through a page without JavaScript. */
export const publishRatesSchema = z.strictObject({
  base,
  note: typedText({ max: NOTE_MAX, min: 0 }).default(""),
  lines: z
    .string("field.missing")
    .max(1_000_000, "field.tooLong:1000000")
    .transform((text, ctx) => {
      const parsed = z.array(typedLine).max(LINES).safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      ctx.addIssue({ code: "custom", message: "field.unreadable" });
      return z.NEVER;
    }),
});
export type PublishRatesInput = z.output<typeof publishRatesSchema>;

export const CSV_BYTES_MAX = 900_000;

export const checkRatesSchema = z.strictObject({
  file: z
    .instanceof(File, { error: "RATES_FILE_MISSING" })
    .refine((file) => file.size > 0, "RATES_FILE_MISSING")
    .refine((file) => file.size <= CSV_BYTES_MAX, "RATES_FILE_LARGE"),
});
export type CheckRatesInput = z.output<typeof checkRatesSchema>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
