import { z } from "zod";
import { idField, optionalIdField, typedText } from "@/lib/actions/text";
import { attachmentIds } from "@/lib/attachments/schema";
import { MESSAGE_MAX, MOST_AT_ONCE, NOTE_MAX, SILENCE_MINUTES, TITLE_MAX } from "@/lib/chat/types";
import { COMMENT_MAX } from "@/lib/conduct/types";
import { acceptedField } from "@/lib/policies/schema";
import { SUBJECT_MAX } from "@/lib/tickets/types";

const body = typedText({ max: MESSAGE_MAX });
/** What the person was told of, and sends as it is. */
const secretsKept = z.array(z.string().max(40)).max(500, "field.unknownChoice").optional();
const wholeNumber = (min: number, max: number) => z.coerce.number("field.wholeNumber").int("field.wholeNumber").min(min, "field.wholeNumber").max(max, `field.atMost:${max}`);

export const startSchema = z.strictObject({ body, departmentId: optionalIdField(), startKey: z.uuid("field.unknownChoice"), secretsKept, accepted: acceptedField.optional() });
export type StartInput = z.output<typeof startSchema>;

export const sendSchema = z
  .strictObject({ conversationId: idField(), clientMessageId: z.uuid("field.unknownChoice"), body: typedText({ max: MESSAGE_MAX, min: 0 }), attachments: attachmentIds, secretsKept })
  .refine(({ body: text, attachments }) => text !== "" || (attachments?.length ?? 0) > 0, { path: ["body"], message: "field.missing" });
export type SendInput = z.output<typeof sendSchema>;

/** The same from a form without a script, where files are not sent. */
export const sendFormSchema = z.strictObject({ conversationId: idField(), clientMessageId: z.uuid("field.unknownChoice"), body, secretsKept });

export const conversationIdSchema = z.strictObject({ conversationId: idField() });
export type ConversationIdInput = z.output<typeof conversationIdSchema>;

export const availabilitySchema = z.strictObject({ isAvailable: z.stringbool("field.unknownChoice"), mostAtOnce: wholeNumber(1, MOST_AT_ONCE) });
export type AvailabilityInput = z.output<typeof availabilitySchema>;
export const handOverSchema = z.strictObject({ conversationId: idField(), toId: idField(), note: typedText({ max: NOTE_MAX }) });
export type HandOverInput = z.output<typeof handOverSchema>;

export const convertSchema = z.strictObject({
  conversationId: idField(),
  subject: typedText({ max: SUBJECT_MAX }),
  /** What it is about, in the agent's words; the conversation follows it. */
  body: typedText({ max: MESSAGE_MAX }),
  departmentId: idField(),
  priority: z.enum(["low", "medium"], "field.unknownChoice"),
  /** Tickets that were looked at and are about something else, apart by spaces. */
  different: z.string().max(2_000).transform((ids) => ids.split(" ").filter((id) => z.uuid().safeParse(id).success)).default([]),
});
export type ConvertInput = z.output<typeof convertSchema>;
export const addToTicketSchema = z.strictObject({ conversationId: idField(), reference: typedText({ max: 60 }), body: typedText({ max: MESSAGE_MAX }) });
export type AddInput = z.output<typeof addToTicketSchema>;

export const markChatSchema = z.strictObject({ conversationId: idField(), messageId: idField(), comment: typedText({ max: COMMENT_MAX }) });
export type MarkChatInput = z.output<typeof markChatSchema>;

export const cannedSchema = z.strictObject({ id: optionalIdField(), title: typedText({ max: TITLE_MAX }), body });
export type CannedInput = z.output<typeof cannedSchema>;
export const removeCannedSchema = z.strictObject({ id: idField() });
export type RemoveCannedInput = z.output<typeof removeCannedSchema>;
export const chatSettingsSchema = z.strictObject({ silenceMinutes: wholeNumber(SILENCE_MINUTES.min, SILENCE_MINUTES.max) });
export type ChatSettingsInput = z.output<typeof chatSettingsSchema>;
/** What the browser of somebody who talks says by itself. */
export const signalSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("typing"), conversationId: idField() }),
  z.strictObject({ kind: z.literal("read"), conversationId: idField(), seq: z.int().min(0).max(1_000_000) }),
  z.strictObject({ kind: z.literal("look"), conversationId: idField(), isLooking: z.boolean() }),
]);
export type SignalInput = z.output<typeof signalSchema>;

export type ReadInput = Omit<Extract<SignalInput, { kind: "read" }>, "kind">;
export type LookInput = Omit<Extract<SignalInput, { kind: "look" }>, "kind">;
