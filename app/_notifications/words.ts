import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";

/** What the small forms of notifications say, but for their button. */
export function smallFormWords(submit: string, submitting: string, saved?: string): FieldFormWords {
  const t = getTranslator("notifications");
  return { submit, submitting, invalid: t("list.failed"), offline: t("list.offline"), signIn: t("list.signIn"), optional: getTranslator("ui")("optional"), ...(saved ? { saved } : {}) };
}
