import { getTranslator } from "@/lib/i18n/translator";

/** What the browser takes along; {words} is filled in there. */
export interface CourtesyWords {
  title: string;
  insult: string;
  threat: string;
  yours: string;
}

export function courtesyWords(): CourtesyWords {
  const t = getTranslator("conduct");
  return { title: t("hint.title"), insult: t("hint.insult", { words: "{words}" }), threat: t("hint.threat", { words: "{words}" }), yours: t("hint.yours") };
}
