import type { VoteWords } from "@/components/kb/article-vote";
import { getTranslator } from "@/lib/i18n/translator";

export function voteWords(): VoteWords {
  const t = getTranslator("kb");
  return {
    question: t("vote.question"),
    yes: t("vote.yes"),
    no: t("vote.no"),
    thanks: t("vote.thanks"),
    why: t("vote.why"),
    reasons: {
      not_my_case: t("vote.reasons.not_my_case"),
      not_clear: t("vote.reasons.not_clear"),
      out_of_date: t("vote.reasons.out_of_date"),
      did_not_work: t("vote.reasons.did_not_work"),
      incomplete: t("vote.reasons.incomplete"),
    },
    comment: t("vote.comment"),
    send: t("vote.send"),
    told: t("vote.told"),
    ticket: t("vote.ticket"),
  };
}
