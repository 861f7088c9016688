import { editorWords } from "@/components/editor/editor-words";
import type { FieldFormWords } from "@/components/forms/field-form";
import { getTranslator } from "@/lib/i18n/translator";
import type { DraftFormWords } from "../_components/draft-form";

export function draftFormWords(): DraftFormWords {
  const t = getTranslator("policies");
  return {
    title: t("form.title"),
    titleHint: t("form.titleHint"),
    summary: t("form.summary"),
    body: t("form.body"),
    bodyHint: t("form.bodyHint"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
    save: t("form.save"),
    saving: t("form.saving"),
    theirs: t("form.theirs"),
    editor: editorWords(),
    preview: { title: t("form.preview"), empty: t("form.previewEmpty"), loading: t("form.previewLoading"), failed: t("form.previewFailed") },
  };
}

export function fieldFormWords(kind: "publish" | "discard" | "settings"): FieldFormWords {
  const t = getTranslator("policies");
  return { submit: t(`${kind}.submit`), submitting: t(`${kind}.submitting`), invalid: t(`${kind}.invalid`), offline: t("form.offline"), signIn: t("form.signIn"), optional: t("form.optional") };
}
