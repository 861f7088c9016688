import { getTranslator } from "@/lib/i18n/translator";
import { CHOICES_MAX, CHOICES_MIN, QUESTION_KINDS } from "@/lib/questions/types";
import type { QuestionFormWords } from "../_components/question-form";
import type { StepWords } from "../_components/step-form";
import type { LinkWords } from "../_components/link-builder";

export function formWords(kind: "add" | "edit"): QuestionFormWords {
  const t = getTranslator("questions");
  return {
    label: t("form.label"),
    labelHint: t("form.labelHint"),
    hint: t("form.hint"),
    hintHint: t("form.hintHint"),
    kind: t("form.kind"),
    kinds: QUESTION_KINDS.map((value) => ({ value, label: t(`kind.${value}`), description: t(`kindHint.${value}`) })),
    choices: t("form.choices"),
    choicesHint: t("form.choicesHint", { min: CHOICES_MIN, max: CHOICES_MAX }),
    isRequired: t("form.isRequired"),
    shownWhen: t("form.shownWhen"),
    shownWhenHint: t("form.shownWhenHint"),
    always: t("form.always"),
    // The browser fills in the question.
    values: t("form.values", { question: "{question}" }),
    valuesHint: t("form.valuesHint"),
    optional: getTranslator("ui")("optional"),
    invalid: t("form.invalid"),
    signIn: t("form.signIn"),
    offline: t("form.offline"),
    submit: t(`${kind}.submit`),
    submitting: t(`${kind}.submitting`),
  };
}

export function stepWords(): StepWords {
  const t = getTranslator("questions");
  return { invalid: t("form.invalid"), signIn: t("form.signIn"), offline: t("form.offline"), submitting: t("step.submitting") };
}

export function linkWords(): LinkWords {
  const t = getTranslator("questions");
  return {
    priority: t("link.priority"),
    priorityNone: t("link.priorityNone"),
    subject: t("link.subject"),
    body: t("link.body"),
    optional: getTranslator("ui")("optional"),
    answerNone: t("link.answerNone"),
    dateHint: t("link.dateHint"),
    productHint: t("link.productHint"),
    address: t("link.address"),
    copy: t("link.copy"),
    copied: t("link.copied"),
    copyFailed: t("link.copyFailed"),
  };
}
