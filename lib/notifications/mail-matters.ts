import { TEMPLATES, type TemplateName } from "@/lib/notifications/template-text";
import type { NotificationTopic } from "@/lib/notifications/topics";

export type Matter = { topic: NotificationTopic; ticket: { id: string; reference: string; subject: string } | null; href: string };

/** What a mail about these is: about one ticket or one matter in the words of its first topic, else of several things at once. */
export function mailShape(matters: readonly Matter[]): { template: TemplateName; ticket: Matter["ticket"]; href: string | null } {
  const [first] = matters;
  if (!first) return { template: "digest", ticket: null, href: null };
  const isOne = first.ticket ? matters.every(({ ticket }) => ticket?.id === first.ticket?.id) : matters.every(({ ticket, topic }) => ticket === null && topic === first.topic);
  if (!isOne) return { template: "digest", ticket: null, href: null };
  // In the order of the templates: an answer says more than the state it left.
  const topics: readonly string[] = matters.map(({ topic }) => topic);
  const template = TEMPLATES.find((name) => topics.includes(name)) ?? first.topic;
  const href = unique(matters.map((each) => each.href)).length === 1 ? first.href : (matters.find(({ topic }) => topic === template)?.href ?? first.href);
  return { template, ticket: first.ticket, href };
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
