"use client";

import { useState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { RateField, TypedRateLine } from "@/lib/billing/rate-lines";
import { SignInLink } from "@/components/forms/sign-in-link";

export type RateFormWords = {
  columns: Record<RateField, string>;
  units: { value: string; label: string }[];
  vats: { value: string; label: string }[];
  line: string;
  newLine: string;
  add: string;
  codeHint: string;
  note: string;
  noteHint: string;
  optional: string;
  submit: string;
  submitting: string;
  invalid: string;
  offline: string;
  signIn: string;
};

type Answer = ActionResult<{ number: number }>;

/** Every line of the card with some empty ones after them, published together. */
export function RateLinesForm({ action, permalink, base, lines, blank, words }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  base: number;
  lines: TypedRateLine[];
  /** What an empty line begins with. */
  blank: TypedRateLine;
  words: RateFormWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  // What came back with a page that runs no script; with one, what was typed is still in its fields.
  const [begun] = useState(() => typedLines(refused?.values?.lines) ?? [...lines, blank]);
  const [added, setAdded] = useState(0);
  const errors = refused?.fieldErrors ?? {};
  const named = Object.entries(errors).map(([fieldId, text]) => ({ ...(fieldId ? { fieldId } : {}), message: text }));
  const shown = [...begun, ...Array.from({ length: added }, () => blank)];
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <input type="hidden" name="base" value={base} />
      <ol className="space-y-3">
        {shown.map((line, at) => (
          <li key={at}>
            <Line number={at + 1} line={line} legend={at < lines.length ? words.line.replace("{line}", String(at + 1)) : `${words.newLine} (${at + 1})`} errors={errors} words={words} />
          </li>
        ))}
      </ol>
      <Button className="noscript:hidden" onClick={() => setAdded((count) => count + 1)}>
        {words.add}
      </Button>
      <TextField name="note" label={words.note} hint={words.noteHint} optionalLabel={words.optional} {...(errors.note ? { error: errors.note } : {})} defaultValue={refused?.values?.note ?? ""} autoComplete="off" />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function Line({ number, line, legend, errors, words }: { number: number; line: TypedRateLine; legend: string; errors: Record<string, string>; words: RateFormWords }) {
  const field = (name: RateField) => {
    const id = `line-${number}-${name}`;
    return { name, id, label: words.columns[name], defaultValue: line[name], autoComplete: "off", ...(errors[id] ? { error: errors[id] } : {}) };
  };
  return (
    <fieldset className="rounded-lg border bg-surface p-3 sm:p-4">
      <legend className="px-1 text-sm font-semibold">{line.code ? `${legend}: ${line.code}` : legend}</legend>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-13">
        <div className="col-span-2 lg:col-span-3">
          <TextField {...field("code")} />
        </div>
        <div className="col-span-2 lg:col-span-10">
          <TextField {...field("description")} />
        </div>
        <div className="lg:col-span-2">
          <SelectField {...field("unit")} options={words.units} />
        </div>
        <div className="lg:col-span-1">
          <TextField {...field("minutes")} inputMode="numeric" />
        </div>
        <div className="lg:col-span-2">
          <TextField {...field("publicPrice")} inputMode="decimal" />
        </div>
        <div className="lg:col-span-2">
          <TextField {...field("contractPrice")} inputMode="decimal" />
        </div>
        <div className="col-span-2">
          <SelectField {...field("vat")} options={words.vats} />
        </div>
        <div className="lg:col-span-2">
          <TextField {...field("validFrom")} type="date" />
        </div>
        <div className="lg:col-span-2">
          <TextField {...field("validTo")} type="date" />
        </div>
      </div>
    </fieldset>
  );
}

/** What was typed and came back with a refusal, on a page that runs no script. */
function typedLines(text: string | undefined): TypedRateLine[] | null {
  return text ? (JSON.parse(text) as TypedRateLine[]) : null;
}
