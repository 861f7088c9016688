import { z } from "zod";
import { idField, typedText } from "@/lib/actions/text";
import { TEMPLATES } from "@/lib/notifications/template-text";
import { TOPICS, topicsOf, type NotificationTopic, type Side } from "@/lib/notifications/topics";

const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

export const markReadSchema = z.strictObject({ notificationId: idField() });
export const markAllSchema = z.strictObject({
  /** What one had before one's eyes: what came since stays unread. */
  until: z.iso.datetime("field.unknownChoice"),
});
export type MarkAllInput = z.output<typeof markAllSchema>;

export const muteSchema = z.strictObject({ ticketId: idField(), isMuted: z.enum(["true", "false"]).transform((text) => text === "true") });
export type MuteInput = z.output<typeof muteSchema>;

/** The names of a topic's two ticks in the form. */
export function fieldsOf(topic: NotificationTopic): { inPortal: string; byMail: string } {
  return { inPortal: `${topic}Portal`, byMail: `${topic}Mail` };
}

function topicFields(side: Side) {
  return Object.fromEntries(topicsOf(side).flatMap((topic) => Object.values(fieldsOf(topic))).map((name) => [name, ticked]));
}

/** Both sides' ticks: those of the other side mean nothing and are not kept. */
export const preferencesSchema = z.strictObject({
  ...topicFields("customer"),
  ...topicFields("staff"),
  keepsQuietHours: ticked,
  departments: z.array(idField()).max(200).default([]),
});
export type PreferencesInput = z.output<typeof preferencesSchema>;

/** What one topic's ticks say in a parsed form. */
export function tickedIn(input: PreferencesInput, topic: NotificationTopic): { inPortal: boolean; byMail: boolean } {
  const { inPortal, byMail } = fieldsOf(topic);
  const values: Record<string, unknown> = input;
  return { inPortal: values[inPortal] === true, byMail: values[byMail] === true };
}

export const SUBJECT_MAX = 150;
const BODY_MAX = 5_000;
export const templateSchema = z.strictObject({
  template: z.enum(TEMPLATES, "field.unknownChoice"),
  version: z.coerce.number("field.unknownChoice").int("field.unknownChoice").min(0),
  subject: typedText({ max: SUBJECT_MAX }).refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), "field.unreadable"),
  body: typedText({ max: BODY_MAX }),
});
export type TemplateInput = z.output<typeof templateSchema>;

export const testMailSchema = z.strictObject({ template: z.enum(TEMPLATES, "field.unknownChoice") });

export const unsubscribeSchema = z.strictObject({ token: z.string().max(200), what: z.enum(["topics", "ticket", "all"], "field.unknownChoice") });
export type UnsubscribeInput = z.output<typeof unsubscribeSchema>;

/** Every topic there is, of either side. */
export const ALL_TOPICS = [...new Set([...Object.keys(TOPICS.customer), ...Object.keys(TOPICS.staff)])] as NotificationTopic[];
