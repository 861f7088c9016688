import type { LiveWords } from "@/components/realtime/live-events";
import { getTranslator } from "@/lib/i18n/translator";

export function liveWords(): LiveWords {
  const t = getTranslator("tickets");
  return {
    answered: t("live.answered"),
    answeredElsewhere: t("live.answeredElsewhere", { reference: "{reference}" }),
    ended: t("live.ended"),
    endedHint: t("live.endedHint"),
    signIn: t("live.signIn"),
  };
}
