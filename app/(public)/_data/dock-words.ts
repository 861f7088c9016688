import type { DockWords } from "@/components/chat/chat-dock";
import { getTranslator } from "@/lib/i18n/translator";

export function dockWords(): DockWords {
  const t = getTranslator("chat");
  const name = "{name}";
  return {
    open: t("title"),
    title: t("title"),
    close: t("dock.close"),
    whole: t("dock.whole"),
    notice: t("dock.notice"),
    label: t("log.label"),
    message: t("compose.placeholder"),
    send: t("compose.send"),
    ended: t("dock.ended"),
    queue: t("portal.waitUnknown"),
    raise: t("raise"),
    data: {
      you: t("log.you"),
      sending: t("log.sending"),
      offline: t("log.offline"),
      joined: t("entry.joined", { name }),
      moved: t("entry.moved", { name }),
      ticket: t("entry.ticket"),
      customer: t("ended.customer"),
      agent: t("ended.agent"),
      silence: t("ended.silence"),
      nobody: t("ended.nobody"),
    },
  };
}
