"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { Field } from "@/components/forms/field";
import { Textarea } from "@/components/forms/textarea";
import type { Written } from "./compose-form";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

/** What was typed into a form that was posted without JavaScript after the session ended. Nothing where another form was posted. */
export function KeptText({ action, address, id, label, errorTitle }: { action: DeskAction<Written>; address: string; id: string; label: string; errorTitle: string }) {
  const { state } = useDeskAction<Written>(action, { offline: "", permalink: address });
  if (state.status !== "refused") return null;
  return (
    <div className="space-y-4">
      <ErrorSummary title={errorTitle} errors={[{ message: state.message }]} />
      <Field id={id} label={label}>
        {(control) => <Textarea {...control} readOnly defaultValue={state.values?.body} />}
      </Field>
    </div>
  );
}
