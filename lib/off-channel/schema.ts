import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { draftVersions } from "@/lib/drafts/schema";
import { OFF_CHANNELS } from "@/lib/off-channel/types";
import { openTicketSchema } from "@/lib/tickets/schema";
import { BODY_MAX, SUBJECT_MAX } from "@/lib/tickets/types";

export const noteOffChannelSchema = z.strictObject({
  customerId: idField(),
  channel: z.enum(OFF_CHANNELS, "field.missing"),
  departmentId: z.uuid("field.missing"),
  productId: optionalIdField(),
  subject: typedText({ max: SUBJECT_MAX }),
  body: typedText({ max: BODY_MAX }),
  /** Made when the form is rendered; the same form sent twice notes once. */
  submissionKey: z.uuid("field.unknownChoice"),
  /** Which texts of its draft the form has saved, apart by spaces; left out for all. */
  draft: draftVersions,
});
export type NoteOffChannelInput = z.output<typeof noteOffChannelSchema>;

/** The ticket's form, and what it confirms. */
export const confirmNotedSchema = openTicketSchema.extend({ notedId: idField() });
export type ConfirmNotedInput = z.output<typeof confirmNotedSchema>;

export const notedIdSchema = z.strictObject({ notedId: idField() });
export type NotedIdInput = z.output<typeof notedIdSchema>;
