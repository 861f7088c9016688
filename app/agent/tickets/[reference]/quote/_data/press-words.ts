import { getTranslator } from "@/lib/i18n/translator";
import type { PressWords } from "../_components/press-form";

export function pressWords(what: "send" | "renew" | "discard" | "withdraw"): PressWords {
  const t = getTranslator("quotes");
  return { label: t(`press.${what}`), pending: t("press.pending"), notDone: t("press.notDone"), offline: getTranslator("agent")("compose.offline") };
}
