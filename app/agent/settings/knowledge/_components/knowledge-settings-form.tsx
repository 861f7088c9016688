"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { RadioGroup, type RadioOption } from "@/components/forms/radio-group";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { detailOf, versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Saved = ActionResult<{ version: number }>;

/** As they are typed. */
export type KnowledgeSettingsValues = { mostReadShown: string; newestShown: string; firstList: string; reviewMonths: string };

export type KnowledgeSettingsWords = {
  mostReadShown: string;
  mostReadShownHint: string;
  newestShown: string;
  newestShownHint: string;
  firstList: string;
  firstLists: RadioOption[];
  reviewMonths: string;
  reviewMonthsHint: string;
  optional: string;
  submit: string;
  submitting: string;
  saved: string;
  invalid: string;
  offline: string;
  signIn: string;
  conflict: string;
  conflictHint: string;
};

const NUMBERS = ["mostReadShown", "newestShown", "reviewMonths"] as const;

/** How long the lists are, and when an article asks to be looked at again. What is refused stays as it was typed. */
export function KnowledgeSettingsForm({ action, permalink, values, version, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  values: KnowledgeSettingsValues;
  /** Null when nobody is signed in any more. */
  version: number | null;
  words: KnowledgeSettingsWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const fieldErrors = refused?.fieldErrors ?? {};
  const current = versionIn(refused?.details) ?? (state.status === "ok" ? state.data.version : (typed?.version ?? version));
  const errors = Object.entries(fieldErrors).map(([fieldId, text]) => ({ message: text, ...(fieldId ? { fieldId } : {}) }));
  const theirs = detailOf(refused?.details, "theirs");

  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={errors.length > 0 ? errors : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {state.status === "ok" && <Notice key={`saved ${attempt}`} tone="success" live="polite" title={words.saved} />}
      {theirs !== undefined && <Theirs theirs={theirs} words={words} />}
      {current !== null && <input type="hidden" name="version" value={current} />}
      {NUMBERS.map((name) => (
        <TextField
          key={name}
          name={name}
          inputMode="numeric"
          label={words[name]}
          hint={words[`${name}Hint`]}
          error={fieldErrors[name]}
          {...(name === "reviewMonths" ? { optionalLabel: words.optional } : { required: true })}
          defaultValue={typed?.[name] ?? values[name]}
          autoComplete="off"
          className="max-w-32"
        />
      ))}
      <RadioGroup name="firstList" label={words.firstList} error={fieldErrors.firstList} options={words.firstLists} defaultValue={typed?.firstList ?? values.firstList} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

/** What holds now, beside what was typed. */
function Theirs({ theirs, words }: { theirs: unknown; words: KnowledgeSettingsWords }) {
  const first = words.firstLists.find(({ value }) => value === (detailOf(theirs, "isRecentFirst") === true ? "recent" : "all"));
  return (
    <section aria-label={words.conflict} className="rounded-md border bg-sunken p-4 text-sm">
      <h2 className="font-semibold">{words.conflict}</h2>
      <p className="pt-1 text-muted">{words.conflictHint}</p>
      <dl className="space-y-1 pt-3">
        {NUMBERS.map((name) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{words[name]}:</dt>
            <dd>{String(detailOf(theirs, name) ?? "—")}</dd>
          </div>
        ))}
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{words.firstList}:</dt>
          <dd>{first?.label}</dd>
        </div>
      </dl>
    </section>
  );
}
