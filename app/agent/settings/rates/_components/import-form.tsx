"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { SignInLink } from "@/components/forms/sign-in-link";
import type { ChangeSentence } from "../_data/change-sentences";
import { ChangeList } from "./change-list";

export type ImportWords = {
  file: string;
  fileHint: string;
  check: string;
  checking: string;
  problems: string;
  ready: string;
  readyMany: string;
  changes: string;
  nothing: string;
  publishes: string;
  note: string;
  noteHint: string;
  optional: string;
  submit: string;
  submitting: string;
  invalid: string;
  offline: string;
  signIn: string;
};

type Checked = ActionResult<{ base: number; lines: string; count: number; changes: ChangeSentence[] }>;
type Published = ActionResult<{ number: number }>;

/** A table is checked first, and published by a second press, once one has seen what it changes. */
export function ImportForm({ check, publish, permalink, words }: {
  check: (previous: Checked, form: FormData) => Promise<Checked>;
  publish: (previous: Published, form: FormData) => Promise<Published>;
  permalink: string;
  words: ImportWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Checked>({ action: check, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const problems = (detailOf(refused?.details, "problems") ?? []) as string[];
  const fileError = refused?.fieldErrors?.file;
  return (
    <div className="space-y-5">
      <form {...formProps} className="space-y-4" noValidate>
        {message && (
          <ErrorSummary
            key={attempt}
            title={problems.length > 0 ? words.problems : words.invalid}
            errors={problems.length > 0 ? problems.map((problem) => ({ message: problem })) : [{ message: fileError ?? message, ...(fileError ? { fieldId: "file" } : {}) }]}
          />
        )}
        {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
        <TextField name="file" type="file" accept=".csv,text/csv" label={words.file} hint={words.fileHint} {...(fileError ? { error: fileError } : {})} required />
        <SubmitButton variant={state.status === "ok" ? "secondary" : "primary"} isPending={isPending} pendingLabel={words.checking}>
          {words.check}
        </SubmitButton>
      </form>
      {state.status === "ok" && <Preview key={attempt} checked={state.data} publish={publish} permalink={permalink} words={words} />}
    </div>
  );
}

function Preview({ checked, publish, permalink, words }: {
  checked: Extract<Checked, { status: "ok" }>["data"];
  publish: (previous: Published, form: FormData) => Promise<Published>;
  permalink: string;
  words: ImportWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Published>({ action: publish, initial: IDLE, permalink, failure: words.offline });
  const ready = checked.count === 1 ? words.ready : words.readyMany.replace("{count}", String(checked.count));
  if (checked.changes.length === 0) return <Notice live="polite" title={words.nothing} />;
  return (
    <div className="space-y-4">
      <Notice tone="success" live="polite" title={ready}>
        {words.publishes}
      </Notice>
      <Panel title={words.changes}>
        <ChangeList changes={checked.changes} />
      </Panel>
      <form {...formProps} className="space-y-4">
        {message && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message }]} />}
        {state.status === "refused" && state.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
        <input type="hidden" name="base" value={checked.base} />
        <input type="hidden" name="lines" value={checked.lines} />
        <TextField name="note" label={words.note} hint={words.noteHint} optionalLabel={words.optional} autoComplete="off" />
        <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
          {words.submit}
        </SubmitButton>
      </form>
    </div>
  );
}
