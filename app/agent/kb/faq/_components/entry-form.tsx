"use client";

import { useRef, useState } from "react";
import { MarkdownEditor } from "@/components/editor/markdown-editor";
import type { EditorWords } from "@/components/editor/editor-words";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { detailOf, versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Answer = ActionResult<unknown>;
type Action<T> = (previous: ActionResult<never>, form: FormData) => Promise<ActionResult<T>>;

export type EntryFormWords = {
  group: string;
  question: string;
  questionHint: string;
  answer: string;
  answerHint: string;
  article: string;
  articleHint: string;
  optional: string;
  submit: string;
  submitting: string;
  invalid: string;
  offline: string;
  signIn: string;
  conflict: string;
  conflictHint: string;
  conflictDiff: string;
  editor: EditorWords;
};

export type EntryValues = { groupId: string; question: string; answer: string; article: string };

/** Which field a refusal is about. */
const FIELD_OF: Record<string, string> = { FAQ_ARTICLE_UNKNOWN: "article", FAQ_ARTICLE_TWICE: "article", FAQ_GROUP_GONE: "groupId" };

/** A new question, or the one that is edited. What is refused stays as it was typed; what somebody else saved stands above it. */
export function EntryForm({ action, findArticles, permalink, edited, initial, groups, words }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  findArticles: Action<string[]>;
  permalink: string;
  edited?: { entryId: string; version: number; versionsHref: string };
  initial: EntryValues;
  groups: SelectOption[];
  words: EntryFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const field = refused && FIELD_OF[refused.code];
  const errors: Record<string, string> = { ...refused?.fieldErrors, ...(refused && field ? { [field]: refused.message } : {}) };
  const error = (name: string) => (errors[name] ? { error: errors[name] } : {});
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  const theirs = theirsIn(refused?.details);
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {theirs && (
        <section aria-label={words.conflict} className="space-y-3 rounded-md border bg-sunken p-4 text-sm">
          <h2 className="font-semibold">{words.conflict}</h2>
          <p className="text-muted">{words.conflictHint}</p>
          {edited && (
            <p>
              <a href={edited.versionsHref} target="_blank" className="link inline-flex min-h-6 items-center">
                {words.conflictDiff}
              </a>
            </p>
          )}
          <p className="font-medium wrap-anywhere">{theirs.question}</p>
          <p className="wrap-anywhere whitespace-pre-wrap">{theirs.answer}</p>
        </section>
      )}
      {edited && (
        <>
          <input type="hidden" name="entryId" value={edited.entryId} />
          <input type="hidden" name="version" value={versionIn(refused?.details) ?? typed?.version ?? edited.version} />
        </>
      )}
      <SelectField name="groupId" label={words.group} {...error("groupId")} options={groups} defaultValue={typed?.groupId ?? initial.groupId} />
      <TextField name="question" label={words.question} hint={words.questionHint} {...error("question")} defaultValue={typed?.question ?? initial.question} autoComplete="off" required />
      <MarkdownEditor name="answer" label={words.answer} hint={words.answerHint} {...error("answer")} defaultValue={typed?.answer ?? initial.answer} rows={8} pictures={null} words={words.editor} />
      <ArticleField find={findArticles} label={words.article} hint={words.articleHint} optionalLabel={words.optional} {...error("article")} defaultValue={typed?.article ?? initial.article} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

const PAUSE_MS = 250;

/** A title, with those that fit while it is typed. Without a script it is typed whole, or the address is. */
function ArticleField({ find, ...field }: { find: Action<string[]>; label: string; hint: string; optionalLabel: string; error?: string; defaultValue: string }) {
  const [titles, setTitles] = useState<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function ask(text: string): Promise<void> {
    const form = new FormData();
    form.set("text", text);
    try {
      const answer = await find(IDLE, form);
      if (answer.status === "ok") setTitles(answer.data);
    } catch {
      setTitles([]); // it can be typed as well
    }
  }

  return (
    <>
      <TextField
        name="article"
        list="article-titles"
        autoComplete="off"
        {...field}
        onChange={(event) => {
          const text = event.target.value.trim();
          clearTimeout(timer.current);
          if (text.length >= 2) timer.current = setTimeout(() => void ask(text), PAUSE_MS);
        }}
      />
      <datalist id="article-titles">
        {titles.map((title) => (
          <option key={title}>{title}</option>
        ))}
      </datalist>
    </>
  );
}

function theirsIn(details: unknown): { question: string; answer: string } | null {
  const theirs = detailOf(details, "theirs");
  const [question, answer] = [detailOf(theirs, "question"), detailOf(theirs, "answer")];
  return typeof question === "string" && typeof answer === "string" ? { question, answer } : null;
}
