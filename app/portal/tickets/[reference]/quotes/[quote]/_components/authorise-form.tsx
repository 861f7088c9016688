"use client";

import { FiscalFields } from "@/components/customers/fiscal-fields";
import type { FiscalWords } from "@/components/customers/fiscal-words";
import { Checkbox } from "@/components/forms/checkbox";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import type { FiscalData } from "@/lib/customers/fiscal";

export type AuthoriseWords = {
  accept: string;
  fiscalTitle: string;
  fiscalLead: string;
  /** Null where nothing is invoiced. */
  fiscal: FiscalWords | null;
  invalid: string;
  offline: string;
  submit: string;
  submitting: string;
};

type Answer = ActionResult<{ reference: string }>;

/** What is accepted, ticked in words one by one; paid per event, with the data of the invoice. */
export function AuthoriseForm({ action, permalink, quoteId, sha256, acceptances, fiscal, words }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  quoteId: string;
  sha256: string;
  acceptances: { key: string; words: string }[];
  fiscal: FiscalData | null;
  words: AuthoriseWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const errors = refused?.fieldErrors ?? {};
  const named = Object.entries(errors).map(([fieldId, text]) => ({ fieldId, message: text }));
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message }]} />}
      <input type="hidden" name="quoteId" value={quoteId} />
      <input type="hidden" name="sha256" value={sha256} />
      {words.fiscal && (
        <fieldset className="space-y-4">
          <legend className="font-semibold">{words.fiscalTitle}</legend>
          <p className="max-w-prose text-sm text-muted">{words.fiscalLead}</p>
          <FiscalFields initial={{ ...fiscal, ...refused?.values }} errors={errors} words={words.fiscal} />
        </fieldset>
      )}
      <fieldset className="space-y-3">
        <legend className="mb-3 font-semibold">{words.accept}</legend>
        {acceptances.map(({ key, words: sentence }) => (
          <Checkbox key={key} id={`accept-${key}`} name="accepted" value={key} label={sentence} />
        ))}
      </fieldset>
      <SubmitButton size="lg" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
