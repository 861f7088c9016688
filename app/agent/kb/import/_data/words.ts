import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

export function exchangeFormWords(): FieldFormWords {
  const t = getTranslator("kbExchange");
  return {
    submit: t("import.apply"),
    submitting: t("import.applying"),
    invalid: t("import.notApplied"),
    offline: t("import.offline"),
    signIn: t("import.signIn"),
    optional: getTranslator("ui")("optional"),
  };
}
