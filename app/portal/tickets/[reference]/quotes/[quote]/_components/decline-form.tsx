"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type DeclineWords = { reason: string; reasonHint: string; invalid: string; offline: string; submit: string; submitting: string };

type Answer = ActionResult<{ reference: string }>;

export function DeclineForm({ action, permalink, quoteId, words }: { action: (previous: Answer, form: FormData) => Promise<Answer>; permalink: string; quoteId: string; words: DeclineWords }) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const error = refused?.fieldErrors?.reason;
  return (
    <form {...formProps} className="space-y-4" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[error ? { fieldId: "reason", message: error } : { message }]} />}
      <input type="hidden" name="quoteId" value={quoteId} />
      <TextareaField name="reason" label={words.reason} hint={words.reasonHint} {...(error ? { error } : {})} rows={4} maxLength={1000} defaultValue={refused?.values?.reason ?? ""} required />
      <SubmitButton variant="secondary" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
