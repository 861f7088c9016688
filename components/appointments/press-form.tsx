"use client";

import { useId } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export type PressWords = { submit: string; submitting: string; notDone: string; offline: string };
export type PressField = { name: string; label: string; hint?: string; optionalLabel?: string; isLong?: boolean; type?: string; autoComplete?: string; value?: string };

/** A button with what goes with it, and at most one thing to type. Works as a plain form too. */
export function PressForm({ action, permalink, hidden, field, variant = "secondary", done, words }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  hidden: Record<string, string>;
  field?: PressField;
  variant?: "primary" | "secondary" | "danger";
  /** What to say where the page does not show by itself that it was done. */
  done?: string;
  words: PressWords;
}) {
  const id = useId();
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const error = field && refused?.fieldErrors?.[field.name];
  const common = field && { name: field.name, id, label: field.label, hint: field.hint, optionalLabel: field.optionalLabel, error, defaultValue: refused?.values?.[field.name] ?? field.value };
  return (
    <form {...formProps} className="space-y-3" noValidate>
      {message && <ErrorSummary key={attempt} title={words.notDone} errors={[error ? { message: error, fieldId: id } : { message }]} />}
      {done && state.status === "ok" && <p role="status" className="text-sm font-medium text-success">{done}</p>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {field && common && (field.isLong ? <TextareaField {...common} rows={3} /> : <TextField {...common} type={field.type ?? "text"} autoComplete={field.autoComplete} className="max-w-sm" />)}
      <SubmitButton variant={variant} size="sm" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
