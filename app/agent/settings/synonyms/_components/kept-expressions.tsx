"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE } from "@/lib/actions/result";
import type { Saved } from "./synonym-form";

/** What was typed into a form that was posted after the session ended. Nothing where another form was posted. */
export function KeptExpressions({ action, permalink, label, title }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  permalink: string;
  label: string;
  title: string;
}) {
  const { state } = useActionForm<Saved>({ action, initial: IDLE, permalink, failure: title });
  if (state.status !== "refused") return null;
  return (
    <div className="space-y-4">
      <ErrorSummary title={title} errors={[{ message: state.message }]} />
      <TextareaField name="kept" label={label} readOnly defaultValue={state.values?.expressions} />
    </div>
  );
}
