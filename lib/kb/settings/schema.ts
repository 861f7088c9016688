import { z } from "zod";
import { MOST_MONTHS, MOST_SHOWN } from "./types";

const typedNumber = (error: string) => z.string("field.missing").trim().regex(/^\d{1,6}$/, error).transform(Number);
const shown = typedNumber("field.wholeFromZero").refine((count) => count <= MOST_SHOWN, `field.atMost:${MOST_SHOWN}`);

export const saveKbSettingsSchema = z.strictObject({
  /** That was seen. */
  version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").max(2_147_483_647, "field.unknownChoice"),
  mostReadShown: shown,
  newestShown: shown,
  firstList: z.enum(["all", "recent"], "field.unknownChoice"),
  /** Empty: never by itself. */
  reviewMonths: z
    .literal("")
    .transform(() => null)
    .or(typedNumber("field.wholeNumber").refine((months) => months >= 1, "field.wholeNumber").refine((months) => months <= MOST_MONTHS, `field.atMost:${MOST_MONTHS}`)),
});

export type SaveKbSettingsInput = z.output<typeof saveKbSettingsSchema>;
