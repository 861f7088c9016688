"use client";

import { useRef, useState, type FormEvent, type SubmitEvent } from "react";
import type { EditorWords } from "@/components/editor/editor-words";
import type { PictureRules } from "@/components/editor/use-pictures";
import { ErrorSummary } from "@/components/forms/error-summary";
import { fillForm } from "@/components/forms/fill-form";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { wasTypedEarly } from "@/components/forms/typed-early";
import { useActionForm } from "@/components/forms/use-action-form";
import { DraftChoiceNotice } from "@/components/tickets/draft-choice";
import { DraftStatus, type DraftWords } from "@/components/tickets/draft-status";
import { NOTHING_KEPT } from "@/components/tickets/draft-view";
import { letGo } from "@/components/tickets/leave-guard";
import { useDraft, type DraftSeed } from "@/components/tickets/use-draft";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { draftOfArticle } from "./article-draft";
import { ArticleConflictNotice, type ConflictWords } from "./article-conflict";
import { ArticlePreview, viewOfHtml, type PreviewAction, type PreviewWords } from "./article-preview";
import { BodyField } from "./body-field";
import { DraftFound, type FoundDraft, type FoundWords } from "./draft-found";

type Answer = ActionResult<{ slug: string }>;
type Text = Record<"title" | "titleHint" | "summary" | "summaryHint" | "body" | "bodyHint" | "tags" | "tagsHint" | "category" | "chooseCategory" | "audience" | "note" | "noteHint" | "optional" | "invalid" | "offline" | "signIn" | "submit" | "submitting", string>;
export type ArticleFormWords = Text & { draft: DraftWords; found: FoundWords; editor: EditorWords; preview: PreviewWords; conflict: ConflictWords };

type Props = {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  preview: PreviewAction;
  permalink: string;
  seed: DraftSeed;
  /** Given when the form begins with a kept draft. */
  found: FoundDraft | null;
  /** The article that is edited, and the version that this text is of; a new one has a place to be chosen instead. */
  edited?: { articleId: string; head: number; versionsHref: string };
  chosen?: { categories: SelectOption[]; audiences: RadioOption[] };
  initial: Record<"title" | "summary" | "body" | "tags" | "note" | "categoryId" | "audience", string>;
  initialHtml: string;
  pictures: PictureRules;
  words: ArticleFormWords;
};

/** Writing, with what it becomes beside it. What is typed is kept; what is refused stays; what somebody else saved stands above it. */
export function ArticleForm({ action, preview, permalink, seed, found, edited, chosen, initial, initialHtml, pictures, words }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { state, formAction, send, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const errors: Record<string, string> = { ...refused?.fieldErrors, ...(refused?.code === "ARTICLE_CATEGORY_GONE" ? { categoryId: refused.message } : {}), ...(refused?.code === "PICTURES_GONE" ? { body: refused.message } : {}) };
  const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const [text, setText] = useState(typed?.body ?? initial.body);
  const kept = useDraft({
    seed,
    leave: words.draft.leave,
    read: () => draftOfArticle(form.current),
    wasTypedEarly: () => wasTypedEarly(form.current),
    fill: (data) => fillForm(form.current, data),
    renewKey() {},
    clear() {
      letGo();
      window.location.reload();
    },
  });
  const head = versionIn(refused?.details) ?? typed?.head ?? edited?.head;

  /** What is written in the editor is told of by the field that it stands for; at times while the form is being read, which cannot be done twice at once. */
  function onInput({ target }: FormEvent): void {
    if (!(target instanceof HTMLElement && target.isContentEditable)) queueMicrotask(kept.touch);
  }

  async function onSubmit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    if (isPending || !(await kept.settle())) return;
    data.set("draft", kept.versions());
    send(data, kept.resume);
  }

  const status = refused?.code === "SIGNED_OUT" || (kept.view.state === "restored" && !found) ? NOTHING_KEPT : kept.view;
  return (
    <form ref={form} action={formAction} onInput={onInput} onSubmit={(event) => void onSubmit(event)} className="grid items-start gap-5 xl:grid-cols-2" noValidate>
      <div className="min-w-0 space-y-5">
        {found && !refused && <DraftFound found={found} slot={seed.home.slot} versionsHref={edited?.versionsHref} words={words.found} />}
        <input type="hidden" name="draft" value={seed.kept?.version ?? ""} />
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
            <SelectField name="categoryId" label={words.category} {...error("categoryId")} options={chosen.categories} placeholder={words.chooseCategory} defaultValue={typed?.categoryId ?? initial.categoryId} required />
            <RadioGroup name="audience" label={words.audience} {...error("audience")} options={chosen.audiences} defaultValue={typed?.audience ?? initial.audience} />
          </>
        )}
        {edited && <TextField name="note" label={words.note} hint={words.noteHint} optionalLabel={words.optional} {...error("note")} defaultValue={typed?.note ?? initial.note} autoComplete="off" />}
        <DraftChoiceNotice view={kept.view} words={words.draft.choice} onDecide={kept.decide} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
            {words.submit}
          </SubmitButton>
          <DraftStatus view={status} words={words.draft} returnTo={permalink} />
        </div>
      </div>
      <div className="min-w-0 noscript:hidden">
        <ArticlePreview action={preview} text={text} initial={viewOfHtml(initialHtml)} words={words.preview} />
      </div>
    </form>
  );
}
