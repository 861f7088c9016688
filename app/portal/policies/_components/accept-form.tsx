"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { ACCEPTED_FIELD, AcceptanceField, type AcceptanceWords } from "@/components/policies/acceptance-field";
import { askedPolicies } from "@/components/policies/asked-policies";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { DuePolicy } from "@/lib/policies/types";

type Accepted = ActionResult<{ count: number }>;

/** Accepts what is due without a ticket. */
export function AcceptForm({ action, policies, words }: {
  action: (previous: Accepted, form: FormData) => Promise<Accepted>;
  policies: DuePolicy[];
  words: AcceptanceWords & { submit: string; submitting: string; notDone: string; offline: string };
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Accepted>({ action, initial: IDLE, permalink: "/portal/policies", failure: words.offline });
  const asked = askedPolicies(state);
  return (
    <form {...formProps} className="space-y-4" noValidate>
      {message && <ErrorSummary key={attempt} title={words.notDone} errors={[{ message, ...(asked ? { fieldId: ACCEPTED_FIELD } : {}) }]} />}
      <AcceptanceField policies={asked ?? policies} words={words} isMissing={asked !== undefined} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
