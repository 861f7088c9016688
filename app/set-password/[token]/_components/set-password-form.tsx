"use client";

import { ErrorSummary, type SummaryError } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Owner = { name: string; email: string };

export interface SetPasswordWords {
  password: string;
  passwordHint: string;
  passwordAgain: string;
  submit: string;
  submitting: string;
  refused: string;
  offline: string;
}

export function SetPasswordForm({
  action,
  token,
  email,
  words,
}: {
  action: (previous: ActionResult<Owner>, form: FormData) => Promise<ActionResult<Owner>>;
  token: string;
  email: string;
  words: SetPasswordWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<ActionResult<Owner>>({
    action,
    initial: IDLE,
    failure: words.offline,
  });
  const refusal = state.status === "refused" ? state : null;
  const errors = errorsOf(refusal);

  return (
    <form {...formProps} noValidate className="space-y-5">
      {message && <ErrorSummary key={attempt} title={words.refused} errors={summaryOf(message, errors)} />}
      <input type="hidden" name="token" value={token} />
      {/* Password managers keep a password under the name that stands with it. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.passwordHint}
        error={errors.password}
        autoComplete="new-password"
        required
      />
      <TextField name="passwordAgain" type="password" label={words.passwordAgain} error={errors.passwordAgain} autoComplete="new-password" required />
      <SubmitButton pendingLabel={words.submitting} isPending={isPending} isBlock>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

function errorsOf(refusal: Extract<ActionResult, { status: "refused" }> | null): Record<string, string> {
  if (refusal?.code === "PASSWORD_MISMATCH") return { passwordAgain: refusal.message };
  return refusal?.fieldErrors ?? {};
}

function summaryOf(message: string, errors: Record<string, string>): SummaryError[] {
  const fields = ["password", "passwordAgain"].flatMap((fieldId) => (errors[fieldId] ? [{ fieldId, message: errors[fieldId] }] : []));
  return fields.length > 0 ? fields : [{ message }];
}
