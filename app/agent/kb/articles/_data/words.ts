import { editorWords } from "@/components/editor/editor-words";
import type { RadioOption } from "@/components/forms/radio-group";
import type { FieldFormWords } from "@/components/forms/field-form";
import { draftWords } from "@/components/tickets/form-words";
import { getTranslator } from "@/lib/i18n/translator";
import { AUDIENCES } from "@/lib/kb/audience";
import type { ArticleFormWords } from "../_components/article-form";

export function articleFormWords(kind: "create" | "save"): ArticleFormWords {
  const t = getTranslator("kbDesk");
  return {
    title: t("form.title"),
    titleHint: t("form.titleHint"),
    summary: t("form.summary"),
    summaryHint: t("form.summaryHint"),
    body: t("form.body"),
    bodyHint: t("form.bodyHint"),
    tags: t("form.tags"),
    tagsHint: t("form.tagsHint"),
    category: t("form.category"),
    chooseCategory: t("form.chooseCategory"),
    audience: t("form.audience"),
    note: t("form.note"),
    noteHint: t("form.noteHint"),
    optional: getTranslator("ui")("optional"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
    submit: t(`form.${kind}`),
    submitting: t("form.saving"),
    draft: draftWords(),
    found: {
      title: t("draft.title", { time: "{time}" }),
      hint: t("draft.hint"),
      older: t("draft.older", { version: "{version}", newer: "{newer}" }),
      compare: t("draft.compare"),
      discard: t("draft.discard"),
    },
    editor: editorWords(),
    preview: { title: t("form.preview"), empty: t("form.previewEmpty"), loading: t("form.previewLoading"), failed: t("form.previewFailed") },
    conflict: {
      title: t("form.conflictTitle", { author: "{author}", version: "{version}" }),
      hint: t("form.conflictHint"),
      diff: t("form.conflictDiff"),
      somebody: t("form.somebody"),
      fields: { title: t("versions.field.title"), summary: t("versions.field.summary"), tags: t("versions.field.tags"), body: t("versions.field.body") },
    },
  };
}

export function audienceOptions(): RadioOption[] {
  const t = getTranslator("kbDesk");
  return AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }));
}

export function stepWords(submit: string): FieldFormWords {
  const t = getTranslator("kbDesk");
  return { submit, submitting: t("move.moving"), invalid: t("move.invalid"), offline: t("form.offline"), signIn: t("form.signIn"), optional: getTranslator("ui")("optional") };
}
