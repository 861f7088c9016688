import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import type { CodesFormWords } from "./codes-form";

/** What the forms of ways in say, but for their button. */
export function securityFormWords(submit: string, saved?: string): FieldFormWords {
  const t = getTranslator("security");
  return { submit, submitting: t("form.submitting"), invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: getTranslator("ui")("optional"), ...(saved ? { saved } : {}) };
}

export function codesFormWords(submit: string, hint: string): CodesFormWords {
  const t = getTranslator("security");
  const { optional: _, ...words } = securityFormWords(submit);
  return {
    ...words,
    code: t("form.code"),
    hint,
    recovery: {
      title: t("recovery.title"),
      lead: t("recovery.lead"),
      list: t("recovery.list"),
      download: t("recovery.download"),
      print: t("recovery.print"),
      goOn: t("recovery.goOn"),
      fileName: t("recovery.fileName"),
      fileHead: t("recovery.fileHead"),
    },
  };
}
