"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { Checkbox } from "@/components/forms/checkbox";
import { EmailField, type EmailHintWords } from "@/components/forms/email-field";
import { ErrorSummary } from "@/components/forms/error-summary";
import { FieldError } from "@/components/forms/field";
import { RadioGroup } from "@/components/forms/radio-group";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TheirValues, type TheirWords } from "@/components/forms/their-values";
import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { ButtonVariant } from "@/components/ui/button";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";

/** A field as data, so that a page of the server can lay out a form. `value` is what it begins with. */
export type FieldSpec = { name: string; label: string; hint?: string; value?: string; isOptional?: boolean } & (
  /** `suggestions`: what may be meant, to be chosen instead of typed. */
  | { kind: "text"; autoComplete?: string; suggestions?: string[] }
  | { kind: "date" | "datetime" | "number" }
  | { kind: "email"; slip: EmailHintWords; autoComplete?: string }
  /** Never given back by the server; a script keeps what was typed. */
  | { kind: "password"; autoComplete: "new-password" | "current-password" }
  /** A one-time code of six digits. */
  | { kind: "code" }
  | { kind: "textarea"; rows?: number }
  | { kind: "select"; options: SelectOption[]; placeholder?: string }
  /** Sent as "on" when it is ticked; `value` is "on" where it begins so. */
  | { kind: "checkbox" }
  /** Any number of them; `value` has those that are ticked, apart by spaces. */
  | { kind: "checks"; options: SelectOption[] }
  | { kind: "radios"; options: SelectOption[] }
);

export type FieldFormWords = { submit: string; submitting: string; invalid: string; offline: string; signIn: string; optional: string; saved?: string; /** Above what somebody else saved meanwhile, where the refusal tells it. */ theirs?: TheirWords };

interface Props {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  /** The address of the page that holds the form. */
  permalink: string;
  /** Several forms of a page keep their ids apart by it. */
  idPrefix?: string;
  hidden?: Record<string, string>;
  /** Hidden fields that take what was posted: of a form that is shown to somebody whose session ended, and who cannot be asked what it is about. */
  carried?: string[];
  fields: FieldSpec[];
  /** The field that a refusal is about, by its code. */
  fieldOf?: Record<string, string>;
  button?: ButtonVariant;
  /** Longer than what stands on it, where several buttons say the same. */
  buttonLabel?: string;
  isInline?: boolean;
  /** What it made is elsewhere now: it begins anew. Without it, what was saved stays to be seen. */
  isClearedWhenDone?: boolean;
  words: FieldFormWords;
  children?: ReactNode;
}

/**
 * A form of plain fields on a server action, with or without JavaScript: what is refused stays as it was typed, each error stands beside
 * its field and above them all. A hidden field that the refusal names in its details takes that value, so that sending again means it.
 */
export function FieldForm({ action, permalink, idPrefix = "", hidden = {}, carried = [], fields, fieldOf = {}, button, buttonLabel, isInline, isClearedWhenDone = false, words, children }: Props) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isClearedWhenDone && state.status === "ok") form.current?.reset();
  }, [isClearedWhenDone, state.status, attempt]);
  // Several forms of a page hear of a post without JavaScript; it is about the one whose hidden fields came back.
  const isOurs = state.status !== "refused" || Object.entries(hidden).every(([name, value]) => state.values?.[name] === value || detailOf(state.details, name) !== undefined);
  const refused = state.status === "refused" && isOurs ? state : null;
  const proof = refused?.code === "PROOF_NEEDED" ? detailOf(refused.details, "proof") : null;
  const about = refused ? fieldOf[refused.code] : undefined;
  const errors: Record<string, string> = { ...refused?.fieldErrors, ...(refused && about ? { [about]: refused.message } : {}) };
  const named = fields.flatMap(({ name }) => (errors[name] ? [{ fieldId: idPrefix + name, message: errors[name] }] : []));
  const unnamed = errors[""] ? [{ message: errors[""] }] : [];
  const valueOf = (field: FieldSpec) => (refused?.values ? (refused.values[field.name] ?? "") : (field.value ?? ""));
  const hiddenOf = ([name, value]: [string, string]) => {
    const theirs = detailOf(refused?.details, name);
    return typeof theirs === "string" ? theirs : value;
  };
  const carriedOver = carried.flatMap((name) => (refused?.values?.[name] === undefined ? [] : [[name, refused.values[name]] as const]));

  return (
    <form
      ref={form}
      {...formProps}
      className={cn("space-y-5", isInline && "space-y-3")}
      noValidate
    >
      {message && isOurs && <ErrorSummary key={attempt} title={words.invalid} errors={named.length + unnamed.length > 0 ? [...unnamed, ...named] : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {typeof proof === "string" && <SignInLink href="/sign-in/confirm">{proof}</SignInLink>}
      {refused && words.theirs && <TheirValues details={refused.details} fields={fields} valueOf={valueOf} words={words.theirs} />}
      {state.status === "ok" && words.saved && <Notice key={`saved ${attempt}`} tone="success" live="polite" title={words.saved} />}
      {Object.entries(hidden).map((entry) => (
        <input key={entry[0]} type="hidden" name={entry[0]} value={hiddenOf(entry)} />
      ))}
      {carriedOver.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <FieldOf key={field.name} field={field} id={idPrefix + field.name} value={valueOf(field)} error={errors[field.name]} optional={words.optional} />
      ))}
      {children}
      <SubmitButton isPending={isPending} pendingLabel={words.submitting} {...(button ? { variant: button } : {})} {...(buttonLabel ? { "aria-label": buttonLabel } : {})} {...(isInline ? { size: "sm" as const } : {})}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function FieldOf({ field, id, value, error, optional }: { field: FieldSpec; id: string; value: string; error: string | undefined; optional: string }) {
  const common = {
    id,
    name: field.name,
    label: field.label,
    ...(field.hint ? { hint: field.hint } : {}),
    ...(error ? { error } : {}),
    ...(field.isOptional ? { optionalLabel: optional } : {}),
    required: !field.isOptional,
  };
  switch (field.kind) {
    case "text":
      return (
        <>
          <TextField {...common} defaultValue={value} autoComplete={field.autoComplete ?? "off"} {...(field.suggestions ? { list: `${id}-suggestions` } : {})} />
          {field.suggestions && (
            <datalist id={`${id}-suggestions`}>
              {field.suggestions.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
          )}
        </>
      );
    case "email":
      return <EmailField {...common} defaultValue={value} autoComplete={field.autoComplete ?? "off"} words={field.slip} />;
    case "password":
      return <TextField {...common} type="password" autoComplete={field.autoComplete} />;
    case "code":
      return <TextField {...common} inputMode="numeric" autoComplete="one-time-code" defaultValue={value} maxLength={7} spellCheck={false} className="max-w-48 text-lg tracking-widest tabular-nums" />;
    case "date":
      return <TextField {...common} type="date" defaultValue={value} className="max-w-56" />;
    case "datetime":
      return <TextField {...common} type="datetime-local" defaultValue={value} className="max-w-64" />;
    case "number":
      return <TextField {...common} inputMode="numeric" defaultValue={value} autoComplete="off" className="max-w-32" />;
    case "textarea":
      return <TextareaField {...common} rows={field.rows ?? 3} defaultValue={value} />;
    case "select":
      return <SelectField {...common} options={field.options} defaultValue={value} {...(field.placeholder === undefined ? {} : { placeholder: field.placeholder })} />;
    case "radios":
      return <RadioGroup id={id} name={field.name} label={field.label} options={field.options} defaultValue={value} {...(field.hint ? { hint: field.hint } : {})} {...(error ? { error } : {})} />;
    case "checks":
      return <Checks field={field} id={id} value={value} error={error} />;
    case "checkbox":
      return <Checkbox id={id} name={field.name} label={field.label} {...(field.hint ? { hint: field.hint } : {})} {...(error ? { error } : {})} defaultChecked={value === "on"} />;
    default:
      return field satisfies never;
  }
}

function Checks({ field, id, value, error }: { field: Extract<FieldSpec, { kind: "checks" }>; id: string; value: string; error: string | undefined }) {
  const ticked = value.split(" ");
  const about = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} className="space-y-1.5" {...(about ? { "aria-describedby": about } : {})}>
      <legend className="text-sm font-semibold">{field.label}</legend>
      {field.hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {field.hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {field.options.map((option) => (
          <Checkbox key={option.value} id={`${id}-${option.value}`} name={field.name} value={option.value} label={option.label} defaultChecked={ticked.includes(option.value)} />
        ))}
      </div>
    </fieldset>
  );
}
