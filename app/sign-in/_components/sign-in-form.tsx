"use client";

import { ErrorSummary, type SummaryError } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

export interface SignInWords {
  email: string;
  password: string;
  submit: string;
  submitting: string;
  refused: string;
  offline: string;
}

export function SignInForm({
  action,
  next,
  words,
}: {
  action: (previous: ActionResult<null>, form: FormData) => Promise<ActionResult<null>>;
  next: string;
  words: SignInWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult<null>>({
    action,
    initial: IDLE,
    failure: words.offline,
  });
  const refusal = state.status === "refused" ? state : null;
  const fieldErrors = refusal?.fieldErrors ?? {};

  return (
    <form {...formProps} noValidate className="space-y-5">
      {message && <ErrorSummary key={attempt} title={words.refused} errors={summaryOf(message, fieldErrors)} />}
      <input type="hidden" name="next" value={refusal?.values?.next ?? next} />
      <TextField
        name="email"
        type="email"
        label={words.email}
        error={fieldErrors.email}
        defaultValue={refusal?.values?.email}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField name="password" type="password" label={words.password} error={fieldErrors.password} autoComplete="current-password" required />
      <SubmitButton pendingLabel={words.submitting} isPending={isPending} isBlock>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function summaryOf(message: string, fieldErrors: Record<string, string>): SummaryError[] {
  const fields = ["email", "password"].flatMap((fieldId) => (fieldErrors[fieldId] ? [{ fieldId, message: fieldErrors[fieldId] }] : []));
  return fields.length > 0 ? fields : [{ message }];
}
