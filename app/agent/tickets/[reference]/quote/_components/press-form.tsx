"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Answer = ActionResult<{ ticketReference: string }>;

export type PressWords = { label: string; pending: string; notDone: string; offline: string };

/** One button that does one thing with a quote, and says why when it cannot. */
export function PressForm({ action, permalink, fields, variant = "secondary", words }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  fields: Record<string, string>;
  variant?: "primary" | "secondary" | "danger";
  words: PressWords;
}) {
  const { formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  return (
    <form {...formProps} className="space-y-3">
      {message && <ErrorSummary key={attempt} title={words.notDone} errors={[{ message }]} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant} isPending={isPending} pendingLabel={words.pending}>
        {words.label}
      </SubmitButton>
    </form>
  );
}
