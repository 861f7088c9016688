"use client";

import { useState, type ReactNode } from "react";
import type { AttachmentsProps } from "@/components/attachments/attachment-props";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { freshKey } from "@/components/forms/fresh-key";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import type { ButtonVariant } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { announce } from "@/components/ui/announcer";
import { RefusalWays, type RefusalWords } from "./refusal-ways";
import { useDeskAction, type DeskAction } from "./use-desk-action";

/** One field of a plain form, as the server describes it. */
export type FormField = {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  optionalLabel?: string;
} & ({ kind: "text" | "datetime-local" | "date"; inputMode?: "numeric" | "text"; maxLength?: number; isShort?: boolean } | { kind: "textarea"; rows?: number; maxLength?: number } | { kind: "checkbox"; isChecked: boolean } | { kind: "select"; options: SelectOption[] });

export type FieldFormWords = { submit: string; pending: string; invalid: string; offline: string; /** Said once it is done. */ done: string; refusal: RefusalWords };

/**
 * A form of the desk that its page describes field by field: what was typed stays after a refusal, with and without JavaScript; a second
 * press of the same form sends the same key. `formId` keeps the ids of several forms on a page apart.
 */
export function FieldForm({ formId, action, permalink, fields, hidden = {}, submissionKey, files, isCleared, variant = "primary", after, words }: {
  formId: string;
  action: DeskAction<unknown>;
  permalink: string;
  fields: FormField[];
  hidden?: Record<string, string>;
  submissionKey?: string;
  files?: AttachmentsProps;
  /** Empty again once it is done, for the next one. */
  isCleared?: boolean;
  variant?: ButtonVariant;
  after?: ReactNode;
  words: FieldFormWords;
}) {
  const [key, setKey] = useState(submissionKey);
  const [round, setRound] = useState(0);
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<unknown>(action, {
    offline: words.offline,
    permalink,
    onOk() {
      announce(words.done);
      if (submissionKey) setKey(freshKey());
      if (isCleared) setRound((count) => count + 1);
    },
  });
  const refused = state.status === "refused" ? state : null;
  const fieldErrors = refused?.fieldErrors ?? {};
  const idOf = (name: string) => `${formId}-${name}`;
  const known = fields.filter(({ name }) => fieldErrors[name]).map(({ name }) => ({ fieldId: idOf(name), message: fieldErrors[name]! }));
  const errors = known.length > 0 ? known : [{ message: fieldErrors[""] ?? refused?.message ?? "" }];

  return (
    <form key={round} id={formId} action={formAction} onSubmit={onSubmit} className="space-y-4" noValidate>
      {refused && <ErrorSummary key={attempt} title={words.invalid} errors={errors} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      {state.status === "ok" && <Notice tone="success" title={words.done} />}
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {key && <input type="hidden" name="submissionKey" value={key} />}
      {fields.map((field) => <OneField key={field.name} id={idOf(field.name)} field={field} error={fieldErrors[field.name]} typed={refused?.values} />)}
      {files && <AttachmentsField posted={refused?.values?.attachment} {...files} />}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton variant={variant} isPending={isPending} pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
        {after}
      </div>
    </form>
  );
}

function OneField({ id, field, error, typed }: { id: string; field: FormField; error: string | undefined; typed: Record<string, string> | undefined }) {
  const { name, label, hint, optionalLabel } = field;
  const text = { id, name, label, ...(hint ? { hint } : {}), ...(error ? { error } : {}), ...(optionalLabel ? { optionalLabel } : {}) };
  const value = typed?.[name] ?? field.value ?? "";
  switch (field.kind) {
    case "checkbox":
      return <Checkbox {...text} value="true" defaultChecked={typed ? name in typed : field.isChecked} />;
    case "textarea":
      return <TextareaField {...text} rows={field.rows ?? 3} maxLength={field.maxLength} defaultValue={value} />;
    case "select":
      return <SelectField {...text} options={field.options} defaultValue={value} />;
    case "text":
    case "date":
    case "datetime-local":
      return <TextField {...text} type={field.kind} inputMode={field.inputMode} maxLength={field.maxLength} defaultValue={value} autoComplete="off" className={field.isShort ? "max-w-60" : undefined} />;
    default:
      return field satisfies never;
  }
}
