import type { ChatMessageView, ConversationEnd } from "@/lib/chat/types";
import { getTranslator } from "@/lib/i18n/translator";

/** What an entry says that nobody typed; null for what somebody did. */
export function entryText({ kind, authorName, isStaff }: Pick<ChatMessageView, "kind" | "authorName" | "isStaff">, closed: { why: ConversationEnd } | null): string | null {
  const t = getTranslator("chat");
  switch (kind) {
    case "text":
    case "warning":
      return null;
    case "joined":
      return t("entry.joined", { name: authorName ?? t("desk") });
    case "moved":
      return t("entry.moved", { name: authorName ?? t("desk") });
    case "ticket":
      return t("entry.ticket");
    case "ended":
      return endText(closed?.why ?? (isStaff ? "agent" : "customer"));
    default:
      return kind satisfies never;
  }
}

/** A kind word for each way in which a conversation ends. */
function endText(why: ConversationEnd): string {
  return getTranslator("chat")(`ended.${why}`);
}
