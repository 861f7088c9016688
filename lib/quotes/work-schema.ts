import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { ENTRY_MINUTES_MAX, readWorkedMinutes } from "@/lib/quotes/worked-minutes";

/** What `datetime-local` sends, read in the desk's zone; empty for what has just ended. */
const wallTime = z.string("field.missing").trim().transform((text, ctx): Temporal.Instant | undefined => {
  if (text === "") return undefined;
  try {
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDateTime.from(text).toZonedDateTime(DESK_TIME_ZONE).toInstant();
  } catch {
    ctx.addIssue({ code: "custom", message: "TIME_UNREADABLE" });
    return z.NEVER;
  }
});

const workedMinutes = z.string("field.missing").trim().transform((text, ctx): number => {
  const minutes = readWorkedMinutes(text);
  if (minutes !== null && minutes <= ENTRY_MINUTES_MAX) return minutes;
  ctx.addIssue({ code: "custom", message: text === "" ? "field.missing" : minutes === null ? "WORKED_MINUTES_UNREADABLE" : "WORKED_MINUTES_TOO_MANY" });
  return z.NEVER;
});

export const postTimeSchema = z.strictObject({
  ticketId: idField(),
  startedAt: wallTime,
  minutes: workedMinutes,
  description: typedText({ max: 2000 }),
  isBillable: z.stringbool("field.unknownChoice").default(false),
  submissionKey: idField(),
});
export type PostTimeInput = z.output<typeof postTimeSchema>;

export const reverseTimeSchema = z.strictObject({ entryId: idField(), reason: typedText({ max: 2000 }), submissionKey: idField() });
export type ReverseTimeInput = z.output<typeof reverseTimeSchema>;

export const closeWorkSchema = z.strictObject({ quoteId: idField(), statement: typedText({ max: 10_000 }) });
export type CloseWorkInput = z.output<typeof closeWorkSchema>;

export const releaseWorkSchema = z.strictObject({ quoteId: idField(), reason: typedText({ max: 2000 }) });
export type ReleaseWorkInput = z.output<typeof releaseWorkSchema>;
