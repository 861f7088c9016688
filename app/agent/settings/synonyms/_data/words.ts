import { getTranslator } from "@/lib/i18n/translator";
import { EXPRESSIONS_MAX, EXPRESSIONS_MIN, EXPRESSION_WORDS_MAX } from "@/lib/synonyms/expressions";
import type { SynonymFormWords } from "../_components/synonym-form";
import type { DeleteWords } from "../[group]/_components/delete-form";

export function formWords(kind: "add" | "edit"): SynonymFormWords {
  const t = getTranslator("synonyms");
  return {
    label: t("form.label"),
    hint: t("form.hint", { min: EXPRESSIONS_MIN, max: EXPRESSIONS_MAX, words: EXPRESSION_WORDS_MAX }),
    invalid: t("form.invalid"),
    openOther: t("form.openOther"),
    signIn: t("form.signIn"),
    offline: t("form.offline"),
    submit: t(`${kind}.submit`),
    submitting: t(`${kind}.submitting`),
    added: t("done.added"),
  };
}

export function deleteWords(): DeleteWords {
  const t = getTranslator("synonyms");
  return { submit: t("delete.submit"), submitting: t("delete.submitting"), invalid: t("delete.invalid"), signIn: t("form.signIn"), offline: t("delete.offline") };
}
