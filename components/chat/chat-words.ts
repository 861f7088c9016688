import { fillOf, type ConversationWords } from "@/components/chat/conversation-words";
import { getTranslator } from "@/lib/i18n/translator";
import { MESSAGE_MAX } from "@/lib/chat/types";

/** The words of a conversation, for the browser, which has no catalogue. */
export function conversationWords(): ConversationWords {
  const t = getTranslator("chat");
  return {
    label: t("log.label"),
    desk: t("desk"),
    you: t("log.you"),
    warning: t("log.warning"),
    sending: t("log.sending"),
    sent: t("log.sent"),
    failed: t("log.failed"),
    retry: t("log.retry"),
    drop: t("log.drop"),
    seen: t("log.seen"),
    typing: t("log.typing", { name: fillOf("name") }),
    openTicket: t("log.openTicket", { reference: fillOf("reference") }),
    offline: t("log.offline"),
    signedOut: t("log.signedOut"),
    signIn: t("portal.signIn"),
    secrets: t("log.secrets"),
    sendAnyway: t("log.sendAnyway"),
    joined: t("entry.joined", { name: fillOf("name") }),
    moved: t("entry.moved", { name: fillOf("name") }),
    ticket: t("entry.ticket"),
    ended: { customer: t("ended.customer"), agent: t("ended.agent"), silence: t("ended.silence"), nobody: t("ended.nobody") },
    compose: {
      label: t("compose.label"),
      placeholder: t("compose.placeholder"),
      send: t("compose.send"),
      sending: t("compose.sending"),
      hint: t("compose.hint"),
      tooLong: t("compose.tooLong", { max: MESSAGE_MAX }),
      files: t("compose.files"),
      notSent: t("compose.notSent"),
      reload: t("compose.reload"),
    },
  };
}
