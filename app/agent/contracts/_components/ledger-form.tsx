"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SelectField, type SelectOption } from "@/components/forms/select";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { SignInLink } from "@/components/forms/sign-in-link";

export type LedgerField = { name: string; label: string; hint?: string; options?: SelectOption[]; optionalLabel?: string };
export type LedgerFormWords = { submit: string; submitting: string; invalid: string; offline: string; signIn: string };

type Answer = ActionResult<unknown>;

/** One entry of the ledger by hand: more hours, an adjustment, a reversal, the end. Several stand on a page: `id` tells their fields apart. */
export function LedgerForm({ id, summary, action, permalink, hidden, fields, words, isDanger = false }: {
  id: string;
  /** Folded under these words, and open when it was refused. */
  summary?: ReactNode;
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  hidden: Record<string, string>;
  fields: LedgerField[];
  words: LedgerFormWords;
  isDanger?: boolean;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const errors = refused?.fieldErrors ?? {};
  const named = fields.filter(({ name }) => errors[name]).map(({ name }) => ({ fieldId: `${id}-${name}`, message: errors[name]! }));
  const form = (
    <form {...formProps} className="space-y-4" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, options, ...field }) => {
        const common = { ...field, name, id: `${id}-${name}`, defaultValue: refused?.values?.[name] ?? "", ...(errors[name] ? { error: errors[name] } : {}) };
        return options ? <SelectField key={name} {...common} defaultValue={refused?.values?.[name] ?? options[0]?.value} options={options} /> : <TextField key={name} {...common} autoComplete="off" />;
      })}
      <SubmitButton variant={isDanger ? "danger" : "secondary"} isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
  return summary === undefined ? (
    form
  ) : (
    <Disclosure summary={summary} isOpen={refused ? true : undefined}>
      {form}
    </Disclosure>
  );
}
