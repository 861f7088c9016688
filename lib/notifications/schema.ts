import { z } from "zod";
import { idField, ticked, typedText } from "@/lib/actions/text";
import { TEMPLATES } from "@/lib/notifications/template-text";
import { TOPICS, topicsOf, type Channels, type NotificationTopic, type Side } from "@/lib/notifications/topics";

export const markReadSchema = z.strictObject({ notificationId: idField() });
export const markAllSchema = z.strictObject({
  /** What one had before one's eyes: what came since stays unread. */
  until: z.iso.datetime("field.unknownChoice"),
});
export type MarkAllInput = z.output<typeof markAllSchema>;

export const muteSchema = z.strictObject({ ticketId: idField(), isMuted: z.enum(["true", "false"]).transform((text) => text === "true") });
export type MuteInput = z.output<typeof muteSchema>;

/** The names of a topic's ticks in the form. */
export function fieldsOf(topic: NotificationTopic): Record<keyof Channels, string> {
  return { inPortal: `${topic}Portal`, byMail: `${topic}Mail`, byPush: `${topic}Push` };
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
export function tickedIn(input: PreferencesInput, topic: NotificationTopic): Channels {
  const { inPortal, byMail, byPush } = fieldsOf(topic);
  const values: Record<string, unknown> = input;
  return { inPortal: values[inPortal] === true, byMail: values[byMail] === true, byPush: values[byPush] === true };
}

const base64Url = (bytes: number) => z.string().refine((text) => /^[\w-]+$/.test(text) && Buffer.from(text, "base64url").length === bytes);

const endpoint = z.string().max(2_000);

/** What a browser gives of itself (PushSubscription.toJSON). `renews`: the endpoint under which the desk knows it; null when it is new. */
export const pushBrowserSchema = z.strictObject({ endpoint, keys: z.strictObject({ p256dh: base64Url(65), auth: base64Url(16) }), renews: endpoint.nullable() });
export type PushBrowserInput = z.output<typeof pushBrowserSchema>;
export const ownPushBrowserSchema = z.strictObject({ subscriptionId: idField() });

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
