"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { AppointmentRules } from "@/lib/appointments/types";
import { SignInLink } from "@/components/forms/sign-in-link";

export type Saved = ActionResult<{ version: number }>;

const MINUTES = ["leadMinutes", "lateMinutes", "lateCostMinutes"] as const;

export type SettingsWords = Record<(typeof MINUTES)[number] | `${(typeof MINUTES)[number]}Hint`, string> & {
  slotMinutes: string;
  remoteTool: string;
  linkTemplate: string;
  linkTemplateHint: string;
  submit: string;
  submitting: string;
  saved: string;
  invalid: string;
  offline: string;
  signIn: string;
};

/** When one can book, what a late change costs, how one joins. What is refused stays as it was chosen. */
export function SettingsForm({ action, permalink, values, slots, tools, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  /** Null when nobody is signed in any more: only what was posted is shown. */
  values: (AppointmentRules & { version: number }) | null;
  slots: SelectOption[];
  tools: SelectOption[];
  words: SettingsWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const typed = refused?.values;
  const errors = refused?.fieldErrors ?? {};
  const version = versionIn(refused?.details) ?? (state.status === "ok" ? state.data.version : values?.version);
  const named = Object.entries(errors).map(([fieldId, text]) => ({ message: text, ...(fieldId ? { fieldId } : {}) }));
  // A choice is set anew once the answer is there: React leaves what was shown at first.
  const choice = (name: "slotMinutes" | "remoteTool") => ({ key: `${name} ${typed?.[name] ?? ""}`, name, label: words[name], error: errors[name], defaultValue: typed?.[name] ?? String(values?.[name] ?? "") });
  const { key: slotKey, ...slotField } = choice("slotMinutes");
  const { key: toolKey, ...toolField } = choice("remoteTool");
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && (
        <p className="text-sm">
          <SignInLink>{words.signIn}</SignInLink>
        </p>
      )}
      {state.status === "ok" && <Notice key={`saved ${state.data.version}`} tone="success" live="polite" title={words.saved} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField key={slotKey} {...slotField} options={slots} />
        {MINUTES.map((name) => (
          <TextField key={name} name={name} inputMode="numeric" label={words[name]} hint={words[`${name}Hint`]} error={errors[name]} defaultValue={typed?.[name] ?? values?.[name]} className="max-w-32" />
        ))}
        <SelectField key={toolKey} {...toolField} options={tools} />
      </div>
      <TextField name="linkTemplate" label={words.linkTemplate} hint={words.linkTemplateHint} error={errors.linkTemplate} defaultValue={typed?.linkTemplate ?? values?.linkTemplate} autoComplete="off" spellCheck={false} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
