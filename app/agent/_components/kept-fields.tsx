"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { TextareaField } from "@/components/forms/textarea";
import { useDeskAction, type DeskAction } from "./use-desk-action";

/** What was typed into a plain form that was posted without JavaScript after the session ended. Nothing where another form was posted. */
export function KeptFields({ action, permalink, names, label, title }: { action: DeskAction<unknown>; permalink: string; names: readonly string[]; label: string; title: string }) {
  const { state } = useDeskAction<unknown>(action, { offline: "", permalink });
  if (state.status !== "refused") return null;
  const typed = names.map((name) => state.values?.[name] ?? "").filter(Boolean).join("\n\n");
  return (
    <div className="space-y-4">
      <ErrorSummary title={title} errors={[{ message: state.message }]} />
      <TextareaField name={`kept-${names[0]}`} label={label} readOnly defaultValue={typed} />
    </div>
  );
}
