import type { TopicSplitWords } from "@/app/portal/tickets/new/_components/topic-split";
import { getTranslator } from "@/lib/i18n/translator";

export function topicSplitWords(): TopicSplitWords {
  const t = getTranslator("portal");
  return {
    offerLead: t("topics.offerLead"),
    split: t("topics.split", { count: "{count}" }),
    keep: t("topics.keep"),
    title: t("topics.title", { count: "{count}" }),
    lead: t("topics.lead"),
    part: t("topics.part", { number: "{number}", count: "{count}" }),
    join: t("topics.join"),
    unsplit: t("topics.unsplit"),
    submit: t("topics.submit", { count: "{count}" }),
    similar: t("topics.similar"),
    different: t("topics.different", { reference: "{reference}" }),
  };
}
