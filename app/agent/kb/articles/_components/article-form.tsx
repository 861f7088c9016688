"use client";

import { useState } from "react";
import type { EditorWords } from "@/components/editor/editor-words";
import type { PictureRules } from "@/components/editor/use-pictures";
import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { ArticleConflictNotice, type ConflictWords } from "./article-conflict";
import { ArticlePreview, type PreviewAction, type PreviewWords } from "./article-preview";
import { BodyField } from "./body-field";

type Answer = ActionResult<{ slug: string }>;
type Text = Record<"title" | "titleHint" | "summary" | "summaryHint" | "body" | "bodyHint" | "tags" | "tagsHint" | "category" | "chooseCategory" | "audience" | "note" | "noteHint" | "optional" | "invalid" | "offline" | "signIn" | "submit" | "submitting", string>;
export type ArticleFormWords = Text & { editor: EditorWords; preview: PreviewWords; conflict: ConflictWords };

type Props = {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  preview: PreviewAction;
  permalink: string;
  /** The article that is edited, and the version that is read; a new one has a place to be chosen instead. */
  edited?: { articleId: string; head: number; versionsHref: string };
  chosen?: { categories: SelectOption[]; audiences: RadioOption[] };
  initial: { title: string; summary: string; body: string; tags: string };
  initialHtml: string;
  pictures: PictureRules;
  words: ArticleFormWords;
};

/** Writing, with what it becomes beside it. What is refused stays as it was typed; what somebody else saved stands above it. */
export function ArticleForm({ action, preview, permalink, edited, chosen, initial, initialHtml, pictures, words }: Props) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const errors: Record<string, string> = { ...refused?.fieldErrors, ...(refused?.code === "ARTICLE_CATEGORY_GONE" ? { categoryId: refused.message } : {}), ...(refused?.code === "PICTURES_GONE" ? { body: refused.message } : {}) };
  const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const [text, setText] = useState(typed?.body ?? initial.body);
  const head = versionIn(refused?.details) ?? typed?.head ?? edited?.head;

  return (
    <form {...formProps} className="grid items-start gap-5 xl:grid-cols-2" noValidate>
      <div className="min-w-0 space-y-5">
        {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
        {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
        {edited && <ArticleConflictNotice details={refused?.details} versionsHref={edited.versionsHref} seen={edited.head} words={words.conflict} />}
        {edited && (
          <>
            <input type="hidden" name="articleId" value={edited.articleId} />
            <input type="hidden" name="head" value={head} />
          </>
        )}
        <TextField name="title" label={words.title} hint={words.titleHint} {...error("title")} defaultValue={typed?.title ?? initial.title} autoComplete="off" required />
        <TextareaField name="summary" label={words.summary} hint={words.summaryHint} {...error("summary")} rows={2} defaultValue={typed?.summary ?? initial.summary} className="min-h-16" required />
        <BodyField defaultValue={typed?.body ?? initial.body} error={errors.body} onText={setText} pictures={pictures} words={{ label: words.body, hint: words.bodyHint, editor: words.editor }} />
        <TextField name="tags" label={words.tags} hint={words.tagsHint} optionalLabel={words.optional} {...error("tags")} defaultValue={typed?.tags ?? initial.tags} autoComplete="off" />
        {chosen && (
          <>
            <SelectField name="categoryId" label={words.category} {...error("categoryId")} options={chosen.categories} placeholder={words.chooseCategory} defaultValue={typed?.categoryId ?? ""} required />
            <RadioGroup name="audience" label={words.audience} {...error("audience")} options={chosen.audiences} defaultValue={typed?.audience ?? "public"} />
          </>
        )}
        {edited && <TextField name="note" label={words.note} hint={words.noteHint} optionalLabel={words.optional} {...error("note")} defaultValue={typed?.note ?? ""} autoComplete="off" />}
        <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
          {words.submit}
        </SubmitButton>
      </div>
      <div className="min-w-0 noscript:hidden">
        <ArticlePreview action={preview} text={text} initialHtml={initialHtml} words={words.preview} />
      </div>
    </form>
  );
}
