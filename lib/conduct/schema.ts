import { z } from "zod";
import { idField, ticked, typedText } from "@/lib/actions/text";
import { APPEAL_MAX, APPEAL_OUTCOMES, COMMENT_MAX, NOTE_MAX, SUSPENSION_SCOPES, WARNING_MAX } from "@/lib/conduct/types";

const day = z.iso.date("field.date").transform((text) => Temporal.PlainDate.from(text));
const optionalDay = z.preprocess((value) => (value === "" ? undefined : value), day.optional());

/** `messageId` is left out for the text of the ticket itself. */
export const markSchema = z.strictObject({
  ticketId: idField(),
  messageId: z.preprocess((value) => (value === "" ? undefined : value), idField().optional()),
  comment: typedText({ max: COMMENT_MAX }),
});
export type MarkInput = z.output<typeof markSchema>;

export const dismissSchema = z.strictObject({ caseId: idField(), note: typedText({ max: NOTE_MAX }) });
export type DismissInput = z.output<typeof dismissSchema>;

/** `number` is the warning that the reviewer was shown: somebody else's in between is not overlooked. */
export const warnSchema = z.strictObject({ caseId: idField(), body: typedText({ max: WARNING_MAX }), number: z.coerce.number("field.unknownChoice").int("field.unknownChoice"), note: typedText({ max: NOTE_MAX, min: 0 }).default("") });
export type WarnInput = z.output<typeof warnSchema>;

export const suspendSchema = z.strictObject({
  caseId: idField(),
  reason: typedText({ max: NOTE_MAX }),
  from: day,
  until: day,
  scope: z.enum(SUSPENSION_SCOPES, "field.unknownChoice"),
  isThreat: ticked,
  justification: typedText({ max: NOTE_MAX, min: 0 }).default(""),
});
export type SuspendInput = z.output<typeof suspendSchema>;

export const liftSchema = z.strictObject({ suspensionId: idField(), note: typedText({ max: NOTE_MAX }) });
export type LiftInput = z.output<typeof liftSchema>;

export const appealSchema = z.strictObject({ suspensionId: idField(), body: typedText({ max: APPEAL_MAX }) });
export type AppealInput = z.output<typeof appealSchema>;

export const decideAppealSchema = z.strictObject({ suspensionId: idField(), outcome: z.enum(APPEAL_OUTCOMES, "field.unknownChoice"), until: optionalDay, answer: typedText({ max: NOTE_MAX }) });
export type DecideAppealInput = z.output<typeof decideAppealSchema>;

const PERIOD_MAX = 1_095;
export const conductSettingsSchema = z.strictObject({
  version: z.coerce.number("field.unknownChoice").int("field.unknownChoice"),
  firstWarning: typedText({ max: WARNING_MAX }),
  secondWarning: typedText({ max: WARNING_MAX }),
  periodDays: z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(1, "field.wholeNumber").max(PERIOD_MAX, `field.atMost:${PERIOD_MAX}`),
});
export type ConductSettingsInput = z.output<typeof conductSettingsSchema>;
