import { z } from "zod";
import { idField, optionalIdField, ticked, typedText } from "@/lib/actions/text";
import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { SERVICE_TONES } from "./types";

export const NOTICE_TITLE_MAX = 150;
export const NOTICE_BODY_MAX = 2000;
export const MAINTENANCE_MESSAGE_MAX = 1000;

const version = z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").max(2_147_483_647, "field.unknownChoice");

/** What `datetime-local` sends, read in the desk's zone; null where it was left empty. */
const moment = z
  .string()
  .default("")
  .transform((text, context): Temporal.Instant | null => {
    if (text.trim() === "") return null;
    const found = /^(2\d{3}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2})?$/.exec(text.trim());
    try {
      if (found) return Temporal.PlainDateTime.from(`${found[1]}T${found[2]}`, { overflow: "reject" }).toZonedDateTime(DESK_TIME_ZONE).toInstant();
    } catch {
      // 31 February: as unreadable as any other text.
    }
    context.addIssue({ code: "custom", message: "field.date" });
    return z.NEVER;
  });

/** `noticeId` left out: a new one. `version`: of the one that was read. The areas are boxes of the form, one each. */
export const saveNoticeSchema = z.strictObject({
  noticeId: optionalIdField(),
  version: version.default(0),
  tone: z.enum(SERVICE_TONES, "field.unknownChoice"),
  title: typedText({ max: NOTICE_TITLE_MAX }),
  body: typedText({ max: NOTICE_BODY_MAX, min: 0 }),
  startsAt: moment,
  endsAt: moment,
  home: ticked,
  knowledge: ticked,
  policies: ticked,
  sign_in: ticked,
  portal: ticked,
  ticket_form: ticked,
  agent: ticked,
});
export type SaveNoticeInput = z.output<typeof saveNoticeSchema>;

export const endNoticeSchema = z.strictObject({ noticeId: idField() });
export type EndNoticeInput = z.output<typeof endNoticeSchema>;

/** What is shown before it is saved. */
export const previewNoticeSchema = z.strictObject({ tone: z.enum(SERVICE_TONES, "field.unknownChoice"), title: z.string().max(NOTICE_TITLE_MAX), body: z.string().max(NOTICE_BODY_MAX) });

/** `startsAt` left empty: at once. Switched off, what is typed goes unread. */
export const setMaintenanceSchema = z.strictObject({
  version,
  isOn: z.enum(["on", "off"], "field.unknownChoice").transform((value) => value === "on"),
  message: typedText({ max: MAINTENANCE_MESSAGE_MAX, min: 0 }).default(""),
  startsAt: moment,
  expectedUntil: moment,
});
export type SetMaintenanceInput = z.output<typeof setMaintenanceSchema>;

export const previewMaintenanceSchema = z.strictObject({ message: z.string().max(MAINTENANCE_MESSAGE_MAX), expectedUntil: moment });
