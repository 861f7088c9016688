import type { MailState } from "@/lib/db/generated/enums";

export type { MailState } from "@/lib/db/generated/enums";
export const MAIL_STATES = ["waiting", "sending", "sent", "failed", "kept", "withdrawn"] as const satisfies readonly MailState[];

/** A message as the administrators see it. */
export type MailView = {
  id: string;
  state: MailState;
  name: string;
  address: string;
  subject: string;
  bodyText: string;
  bodyHtml: string;
  messageKey: string;
  attempts: number;
  answer: string;
  createdAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
  mayHaveArrived: boolean;
};
