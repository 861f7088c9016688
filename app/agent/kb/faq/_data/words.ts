import { editorWords } from "@/components/editor/editor-words";
import { getTranslator } from "@/lib/i18n/translator";
import type { EntryFormWords } from "../_components/entry-form";
import type { GroupNameWords } from "../_components/group-name-form";
import type { RowWords } from "../_components/question-rows";

/** What a form says when something goes wrong. */
function formFailures() {
  const t = getTranslator("faqDesk");
  return { invalid: t("form.invalid"), offline: t("form.offline"), signIn: t("form.signIn") };
}

export function rowWords(): RowWords {
  const t = getTranslator("faqDesk");
  const open = { name: "{name}", place: "{place}", count: "{count}" };
  return { handle: t("move.handle"), up: t("move.up", open), down: t("move.down", open), at: t("move.at", open), first: t("move.first", open), last: t("move.last", open), ...formFailures() };
}

export function groupNameWords(kind: "new" | "change"): GroupNameWords {
  const t = getTranslator("faqDesk");
  return { name: t("group.name"), nameHint: t("group.nameHint"), submit: t(kind === "new" ? "group.create" : "group.rename"), submitting: t(kind === "new" ? "group.creating" : "group.renaming"), ...formFailures() };
}

export function entryFormWords(kind: "new" | "edit"): EntryFormWords {
  const t = getTranslator("faqDesk");
  return {
    group: t("form.group"),
    question: t("form.question"),
    questionHint: t("form.questionHint"),
    answer: t("form.answer"),
    answerHint: t("form.answerHint"),
    article: t("form.article"),
    articleHint: t("form.articleHint"),
    optional: t("form.optional"),
    submit: t(kind === "new" ? "form.submitNew" : "form.submitEdit"),
    submitting: t("form.submitting"),
    conflict: t("form.conflict"),
    conflictHint: t("form.conflictHint"),
    conflictDiff: t("form.conflictDiff"),
    editor: editorWords(),
    ...formFailures(),
  };
}

/** Of a form that is one button. */
export function stepWords(submitting: string) {
  return { submitting, ...formFailures() };
}
