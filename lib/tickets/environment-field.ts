import { z } from "zod";
import { barePage } from "@/lib/tickets/page-address";

const SIZE_MAX = 100_000;
const size = z.int().min(0).max(SIZE_MAX);
const told = (max: number) => z.string().max(max).refine((text) => text.isWellFormed() && !text.includes("\0"));

const environmentSchema = z.strictObject({
  page: told(4000).transform(barePage),
  browser: told(120).min(1),
  screenWidth: size,
  screenHeight: size,
  windowWidth: size,
  windowHeight: size,
  timeZone: told(60).refine(isTimeZone),
  at: z.iso.datetime(),
});
export type EnvironmentInput = z.output<typeof environmentSchema>;

/** One field of the form, with all of it as JSON: the browser writes it, nobody types it. */
export const environmentField = z
  .string("field.unreadable")
  .transform((text, context): EnvironmentInput | undefined => {
    if (!text) return undefined;
    const read = environmentSchema.safeParse(parsed(text));
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: "field.unreadable" });
    return z.NEVER;
  })
  .optional();

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It is shown in that zone later: one that nobody knows would break the page. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
