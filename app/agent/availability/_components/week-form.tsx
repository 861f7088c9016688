"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type WeekWords = { submit: string; submitting: string; invalid: string; offline: string };

/** A text a day. What is refused stays as it was typed, and says at which day it is wrong. */
export function WeekForm({ action, permalink, agentId, days, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  agentId: string;
  days: { name: string; label: string; value: string }[];
  words: WeekWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const weekday = detailOf(refused?.details, "weekday");
  const wrong = typeof weekday === "number" ? `day${weekday}` : null;
  const errorOf = (name: string) => refused?.fieldErrors?.[name] ?? (wrong === name ? refused?.message : undefined);
  return (
    <form {...formProps} className="space-y-4" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[wrong ? { message, fieldId: wrong } : { message }]} />}
      <input type="hidden" name="agentId" value={agentId} />
      <div className="grid gap-4 sm:grid-cols-2">
        {days.map(({ name, label, value }) => (
          <TextField key={name} name={name} label={label} error={errorOf(name)} defaultValue={refused?.values?.[name] ?? value} autoComplete="off" />
        ))}
      </div>
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
