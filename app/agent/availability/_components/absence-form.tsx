"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type AbsenceWords = { from: string; to: string; reason: string; optional: string; submit: string; submitting: string; invalid: string; offline: string };

const TIMES = ["from", "to"] as const;

/** From when to when, on the desk's clock. */
export function AbsenceForm({ action, permalink, agentId, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  agentId: string;
  words: AbsenceWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const errors = refused?.fieldErrors ?? {};
  const named = Object.entries(errors).map(([fieldId, text]) => ({ message: text, fieldId }));
  return (
    <form {...formProps} className="space-y-4" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      <input type="hidden" name="agentId" value={agentId} />
      <div className="grid gap-4 sm:grid-cols-2">
        {TIMES.map((name) => (
          <TextField key={name} name={name} type="datetime-local" label={words[name]} error={errors[name]} defaultValue={refused?.values?.[name]} />
        ))}
      </div>
      <TextField name="reason" label={words.reason} optionalLabel={words.optional} error={errors.reason} defaultValue={refused?.values?.reason} autoComplete="off" />
      <SubmitButton variant="secondary" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
