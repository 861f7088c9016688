import type { ConversationEnd } from "@/lib/chat/types";

/** The id of the box that one writes in; what stands beside it, rendered by the server, puts texts there. */
export const COMPOSE_ID = "chat-message";

/** With {name} or {reference} in them where they say so. */
export type ConversationWords = {
  label: string;
  desk: string;
  you: string;
  warning: string;
  sending: string;
  sent: string;
  failed: string;
  retry: string;
  drop: string;
  seen: string;
  typing: string;
  openTicket: string;
  offline: string;
  signedOut: string;
  signIn: string;
  secrets: string;
  sendAnyway: string;
  joined: string;
  moved: string;
  ticket: string;
  ended: Record<ConversationEnd, string>;
  compose: { label: string; placeholder: string; send: string; sending: string; hint: string; tooLong: string; files: string; notSent: string; reload: string };
};

/** What stands in a text until the browser fills it in. */
export function fillOf(name: string): string {
  return `{${name}}`;
}

export function filled(text: string, name: string, value: string): string {
  return text.replaceAll(fillOf(name), value);
}
