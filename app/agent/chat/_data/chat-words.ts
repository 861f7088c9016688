import type { ChatListWords } from "@/app/agent/chat/_components/chat-list";
import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

export const CHAT = "/agent/chat";

export function chatListWords(): ChatListWords {
  const t = getTranslator("chat");
  return { own: t("agent.own"), waiting: t("agent.waiting"), others: t("agent.others"), closed: t("agent.closed"), none: t("agent.none"), noneHint: t("agent.noneHint"), unread: t("agent.unreadMark"), with: t("agent.with", { name: "{name}" }) };
}

/** What the forms beside a conversation say, but for their button. */
export function chatFormWords(submit: string, submitting: string, saved?: string): FieldFormWords {
  const t = getTranslator("chat");
  return { submit, submitting, invalid: t("agent.error"), offline: t("settings.offline"), signIn: t("portal.signIn"), optional: getTranslator("ui")("optional"), ...(saved ? { saved } : {}) };
}
