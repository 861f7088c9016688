import type { EmailHintWords } from "@/components/forms/email-field";
import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

/** What the forms about accounts say, but for their button. */
export function accountFormWords(submit: string, submitting: string, saved?: string): FieldFormWords {
  const t = getTranslator("accounts");
  return { submit, submitting, invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: getTranslator("ui")("optional"), ...(saved ? { saved } : {}) };
}

/** The question about an address that looks like a slip; its braces are the field's own. */
export function slipWords(): EmailHintWords {
  const t = getTranslator("accounts");
  return { question: t.raw("hint.question"), use: t("hint.use") };
}
