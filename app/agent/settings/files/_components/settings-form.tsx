"use client";

import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FieldError } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { SignInLink } from "@/components/forms/sign-in-link";

export type Saved = ActionResult<{ version: number }>;

export type SettingsWords = {
  maxFileMegabytes: string;
  maxFileMegabytesHint: string;
  maxFiles: string;
  maxFilesHint: string;
  types: string;
  typesHint: string;
  submit: string;
  submitting: string;
  saved: string;
  invalid: string;
  offline: string;
  signIn: string;
};

const NUMBERS = ["maxFileMegabytes", "maxFiles"] as const;

/** How large, how many, and which kinds. What is refused stays as it was chosen. */
export function SettingsForm({ action, permalink, values, choices, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  /** Null when nobody is signed in any more: only what was posted is shown. */
  values: { maxFileMegabytes: number; maxFiles: number; types: readonly string[]; version: number } | null;
  choices: { value: string; label: string }[];
  words: SettingsWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const fieldErrors = refused?.fieldErrors ?? {};
  const ticked = new Set(typed?.types?.split(" ") ?? values?.types ?? []);
  const version = versionIn(refused?.details) ?? (state.status === "ok" ? state.data.version : values?.version);
  const errors = Object.entries(fieldErrors).map(([fieldId, text]) => ({ message: text, ...(fieldId ? { fieldId: fieldId === "types" ? `type-${choices[0]?.value}` : fieldId } : {}) }));

  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={errors.length > 0 ? errors : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && (
        <p className="text-sm">
          <SignInLink>{words.signIn}</SignInLink>
        </p>
      )}
      {state.status === "ok" && <Notice key={`saved ${state.data.version}`} tone="success" live="polite" title={words.saved} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <div className="grid gap-5 sm:grid-cols-2">
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            name={name}
            inputMode="numeric"
            label={words[name]}
            hint={words[`${name}Hint`]}
            error={fieldErrors[name]}
            defaultValue={typed?.[name] ?? values?.[name]}
            className="max-w-32"
            required
          />
        ))}
      </div>
      <fieldset className="space-y-3">
        <legend className="text-sm font-semibold">{words.types}</legend>
        <p className="max-w-prose text-sm text-muted">{words.typesHint}</p>
        {fieldErrors.types && <FieldError id="types-error">{fieldErrors.types}</FieldError>}
        <div className="grid gap-x-5 gap-y-2 sm:grid-cols-2">
          {choices.map(({ value, label }) => (
            <Checkbox key={value} id={`type-${value}`} name="types" value={value} label={label} defaultChecked={ticked.has(value)} />
          ))}
        </div>
      </fieldset>
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
