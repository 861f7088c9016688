import { getTranslator } from "@/lib/i18n/translator";
import type { KeyWords } from "../_components/desk-keys";
import { QUEUE_KEYS } from "./queue-keys";

export function keyWords(): KeyWords {
  const t = getTranslator("agent");
  return {
    title: t("keys.title"),
    close: t("keys.close"),
    or: t("keys.or"),
    isOn: t("keys.off"),
    isOnHint: t("keys.offHint"),
    groups: [
      {
        title: t("keys.groupList"),
        keys: [
          { keys: ["j"], label: t("keys.next") },
          { keys: ["k"], label: t("keys.previous") },
          { keys: ["Enter", "o"], label: t("keys.open") },
          { keys: ["u"], label: t("keys.backToList") },
        ],
      },
      {
        title: t("keys.groupTicket"),
        keys: [
          { keys: ["r"], label: t("keys.reply") },
          { keys: ["n"], label: t("keys.note") },
          { keys: ["a"], label: t("keys.take") },
          { keys: ["Ctrl Enter"], label: t("keys.send") },
          { keys: ["Ctrl ."], label: getTranslator("kbDesk")("insert.key") },
          { keys: ["Esc"], label: t("keys.leave") },
        ],
      },
      { title: t("keys.groupGo"), keys: Object.entries(QUEUE_KEYS).map(([key, queue]) => ({ keys: [`g ${key}`], label: t(`queues.${queue}`) })) },
      {
        title: t("keys.groupAll"),
        keys: [
          { keys: ["/"], label: t("keys.search") },
          { keys: ["?"], label: t("keys.help") },
        ],
      },
    ],
  };
}
