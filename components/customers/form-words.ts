import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

/** What the forms of customers say, unless one says otherwise. */
export function formWords(more: Partial<FieldFormWords> = {}): FieldFormWords {
  const t = getTranslator("customers");
  return {
    submit: t("form.save"),
    submitting: t("form.saving"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
    optional: getTranslator("ui")("optional"),
    saved: t("form.saved"),
    ...more,
  };
}
