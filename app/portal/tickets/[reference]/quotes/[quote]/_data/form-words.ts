import { fiscalWords } from "@/components/customers/fiscal-words";
import { getTranslator } from "@/lib/i18n/translator";
import type { AuthoriseWords } from "../_components/authorise-form";
import type { DeclineWords } from "../_components/decline-form";

export function authoriseWords(basis: "event" | "contract"): AuthoriseWords {
  const t = getTranslator("quotes");
  return {
    accept: t("authorise.accept"),
    fiscalTitle: t("authorise.fiscalTitle"),
    fiscalLead: t("authorise.fiscalLead"),
    fiscal: basis === "event" ? fiscalWords() : null,
    invalid: t("authorise.invalid"),
    offline: getTranslator("tickets")("composer.offline"),
    submit: t(`authorise.submit.${basis}`),
    submitting: t("authorise.submitting"),
  };
}

export function declineWords(): DeclineWords {
  const t = getTranslator("quotes");
  return { reason: t("decline.reason"), reasonHint: t("decline.reasonHint"), invalid: t("decline.invalid"), offline: getTranslator("tickets")("composer.offline"), submit: t("decline.submit"), submitting: t("decline.submitting") };
}
