import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { parsePhone } from "@/lib/appointments/phone";
import { LATE_COST_MAX, LATE_MAX, LEAD_MAX, MOST_PROPOSALS, SLOT_CHOICES, TEMPLATE_MAX } from "@/lib/appointments/rules";
import { APPOINTMENT_KINDS, REMOTE_TOOLS } from "@/lib/appointments/types";
import { templateProblem } from "@/lib/appointments/join-link";

const kind = z.enum(APPOINTMENT_KINDS, "field.unknownChoice");

/** A slot as the page offered it. */
const startsAt = z
  .string("field.slot")
  .refine(isInstant, "field.slot")
  .transform((text) => Temporal.Instant.from(text));

/** As typed → E.164; empty is none. */
const phone = z
  .string()
  .max(60, "field.phone")
  .default("")
  .refine((text) => text.trim() === "" || parsePhone(text) !== null, "field.phone")
  .transform((text) => (text.trim() === "" ? null : parsePhone(text)));

const submissionKey = z.uuid("field.unknownChoice");

/** What the page said that the change costs; another amount by now is asked about again. */
const seenCost = z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice").default(0);

export const bookSchema = z
  .strictObject({ ticketId: idField(), kind, phone, startsAt, submissionKey })
  .refine(({ kind: chosen, phone: number }) => chosen !== "phone" || number !== null, { path: ["phone"], message: "field.phone" });
export type BookInput = z.output<typeof bookSchema>;

export const proposeSchema = z.strictObject({
  ticketId: idField(),
  agentId: idField(),
  kind,
  phone,
  startsAt: z.array(startsAt).min(1, "field.slot").max(MOST_PROPOSALS, `field.slotsAtMost:${MOST_PROPOSALS}`).default([]),
  submissionKey,
});
export type ProposeInput = z.output<typeof proposeSchema>;

export const confirmSchema = z.strictObject({ appointmentId: idField(), phone });
export type ConfirmInput = z.output<typeof confirmSchema>;

export const cancelSchema = z.strictObject({ appointmentId: idField(), reason: typedText({ max: 500, min: 0 }), seenCost });
export type CancelInput = z.output<typeof cancelSchema>;

export const moveSchema = z.strictObject({ appointmentId: idField(), startsAt, seenCost, submissionKey });
export type MoveInput = z.output<typeof moveSchema>;

export const appointmentIdSchema = z.strictObject({ appointmentId: idField() });
export type AppointmentIdInput = z.output<typeof appointmentIdSchema>;

export const stopSchema = z.strictObject({ appointmentId: idField(), description: typedText({ max: 2000 }) });
export type StopInput = z.output<typeof stopSchema>;

export const missSchema = z.strictObject({ appointmentId: idField(), missedBy: z.enum(["customer", "desk"], "field.unknownChoice") });
export type MissInput = z.output<typeof missSchema>;

const day = z.string().max(200, "field.tooLong:200").default("");

/** A text a day, Monday first: "09:00-14:00, 15:00-18:00". */
export const weekSchema = z.strictObject({ agentId: idField(), day1: day, day2: day, day3: day, day4: day, day5: day, day6: day, day7: day });
export type WeekInput = z.output<typeof weekSchema>;

/** Wall times of the desk, "2026-11-18T09:00". */
const wallTime = z
  .string("field.dateTime")
  .refine((text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text) && isWallTime(text), "field.dateTime")
  .transform((text) => Temporal.PlainDateTime.from(text));

export const absenceSchema = z.strictObject({ agentId: idField(), from: wallTime, to: wallTime, reason: typedText({ max: 200, min: 0 }) });
export type AbsenceInput = z.output<typeof absenceSchema>;

export const absenceIdSchema = z.strictObject({ absenceId: idField() });
export type AbsenceIdInput = z.output<typeof absenceIdSchema>;

const upTo = (max: number) => z.coerce.number("field.minutesUpTo").int("field.minutesUpTo").min(0, "field.minutesUpTo").max(max, `field.atMost:${max}`);

export const appointmentSettingsSchema = z
  .strictObject({
    slotMinutes: z.coerce.number("field.unknownChoice").refine((minutes) => (SLOT_CHOICES as readonly number[]).includes(minutes), "field.unknownChoice"),
    leadMinutes: upTo(LEAD_MAX),
    lateMinutes: upTo(LATE_MAX),
    lateCostMinutes: upTo(LATE_COST_MAX),
    remoteTool: z.enum(REMOTE_TOOLS, "field.unknownChoice"),
    linkTemplate: typedText({ max: TEMPLATE_MAX }),
    version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0, "field.unknownChoice"),
  })
  .superRefine(({ remoteTool, linkTemplate }, context) => {
    const problem = templateProblem(remoteTool, linkTemplate);
    if (problem) context.addIssue({ code: "custom", path: ["linkTemplate"], message: `field.${problem.replace(".", "_")}` });
  });
export type AppointmentSettingsInput = z.output<typeof appointmentSettingsSchema>;

function isInstant(text: string): boolean {
  return text.length <= 40 && attempt(() => Temporal.Instant.from(text));
}

function isWallTime(text: string): boolean {
  return attempt(() => Temporal.PlainDateTime.from(text, { overflow: "reject" }));
}

function attempt(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
