"use client";

import { FiscalFields } from "@/components/customers/fiscal-fields";
import type { FiscalWords } from "@/components/customers/fiscal-words";
import { ErrorSummary } from "@/components/forms/error-summary";
import type { FieldFormWords } from "@/components/forms/field-form";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Notice } from "@/components/ui/notice";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { FISCAL_FIELDS, type FiscalData } from "@/lib/customers/fiscal-data";

/** The fiscal data of an organization, or of the person who fills it in. */
export function FiscalForm({ action, permalink, organizationId, initial, words, fiscal }: {
  action: (previous: ActionResult, form: FormData) => Promise<ActionResult>;
  permalink: string;
  organizationId: string | null;
  initial: Partial<FiscalData>;
  words: FieldFormWords;
  fiscal: FiscalWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" && (state.values?.rfc !== undefined || state.values === undefined) ? state : null;
  const errors = refused?.fieldErrors ?? {};
  const named = FISCAL_FIELDS.flatMap((fieldId) => (errors[fieldId] ? [{ fieldId, message: errors[fieldId] }] : []));
  return (
    <form {...formProps} className="space-y-5" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={named.length > 0 ? named : [{ message: errors[""] ?? message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {state.status === "ok" && words.saved && <Notice key={`saved ${attempt}`} tone="success" live="polite" title={words.saved} />}
      {organizationId && <input type="hidden" name="organizationId" value={organizationId} />}
      <FiscalFields initial={{ ...initial, ...refused?.values }} errors={errors} words={fiscal} />
      <SubmitButton isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
