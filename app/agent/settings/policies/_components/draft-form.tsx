"use client";

import { useState, type ReactNode } from "react";
import type { EditorWords } from "@/components/editor/editor-words";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { PolicyText } from "@/lib/policies/types";
import { ArticlePreview, type PreviewAction, type PreviewWords } from "../../../kb/articles/_components/article-preview";
import { PolicyTextField } from "./policy-text-field";

type Saved = ActionResult<{ policyId: string }>;

export type DraftFormWords = Record<"title" | "titleHint" | "summary" | "body" | "bodyHint" | "invalid" | "offline" | "signIn" | "save" | "saving" | "theirs", string> & { editor: EditorWords; preview: PreviewWords };

const FIELDS = ["title", "summary", "body"] as const;

/** A draft, or a new document, with what customers will read beside it. What somebody else saved meanwhile is shown beside what was typed; saving again means it. */
export function DraftForm({ action, preview, permalink, draft, text, initialView, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  preview: PreviewAction;
  permalink: string;
  /** Left out for a new document. */
  draft?: { policyId: string; revision: number };
  text: PolicyText;
  /** The text as customers read it; null for none. */
  initialView: ReactNode;
  words: DraftFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  // Another form of the page may have been posted without JavaScript.
  const refused = state.status === "refused" && (state.values === undefined || "body" in state.values) ? state : null;
  const errors: Partial<Record<string, string>> = { ...refused?.fieldErrors, ...(refused?.code === "POLICY_BLOCK_UNKNOWN" ? { body: refused.message } : {}) };
  const named = FIELDS.flatMap((field) => (errors[field] ? [{ fieldId: field, message: errors[field] }] : []));
  const theirs = ["theirTitle", "theirSummary", "theirBody"].map((name) => detailOf(refused?.details, name)).filter((each) => typeof each === "string");
  const seen = detailOf(refused?.details, "revision");
  const valueOf = (field: (typeof FIELDS)[number]) => refused?.values?.[field] ?? text[field];
  const [body, setBody] = useState(valueOf("body"));
  return (
    <form {...formProps} className="grid items-start gap-5 xl:grid-cols-2" noValidate>
      <div className="min-w-0 space-y-5">
        {message && (refused || state.status !== "refused") && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
        {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
        {theirs.length > 0 && <TextareaField key={`theirs ${attempt}`} name="theirs" form="none" label={words.theirs} readOnly defaultValue={theirs.join("\n\n")} />}
        {draft && <input type="hidden" name="policyId" value={draft.policyId} />}
        {draft && <input type="hidden" name="revision" value={typeof seen === "string" ? seen : draft.revision} />}
        <TextField name="title" label={words.title} {...(draft ? {} : { hint: words.titleHint })} {...(errors.title ? { error: errors.title } : {})} defaultValue={valueOf("title")} required autoComplete="off" />
        <TextareaField name="summary" label={words.summary} {...(errors.summary ? { error: errors.summary } : {})} rows={2} defaultValue={valueOf("summary")} required />
        <PolicyTextField error={errors.body} defaultValue={valueOf("body")} onText={setBody} words={words} />
        <SubmitButton isPending={isPending} pendingLabel={words.saving}>
          {words.save}
        </SubmitButton>
      </div>
      <div className="min-w-0 noscript:hidden">
        <ArticlePreview action={preview} text={body} initial={initialView} words={words.preview} />
      </div>
    </form>
  );
}
