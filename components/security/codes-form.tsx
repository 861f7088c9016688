"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import type { ButtonVariant } from "@/components/ui/button";
import { detailOf } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { RecoveryCodes, type RecoveryWords } from "./recovery-codes";

type Answer = ActionResult<{ codes: string[] }>;

export type CodesFormWords = { code: string; hint: string; submit: string; submitting: string; invalid: string; offline: string; signIn: string; recovery: RecoveryWords };

/** Asks for a code, and shows once the recovery codes that the answer brings, in the place of the form. @param next where one goes on to from there */
export function CodesForm({ action, permalink, next, hidden = {}, button, words, children, after }: {
  action: (previous: ActionResult, form: FormData) => Promise<Answer>;
  permalink: string;
  next: string;
  hidden?: Record<string, string>;
  button?: ButtonVariant;
  words: CodesFormWords;
  /** Stands above the form until it is done. */
  children?: ReactNode;
  /** Stands below it, as long. */
  after?: ReactNode;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  if (state.status === "ok") return <RecoveryCodes codes={state.data.codes} next={next} words={words.recovery} />;

  const refused = state.status === "refused" ? state : null;
  const proof = refused?.code === "PROOF_NEEDED" ? detailOf(refused.details, "proof") : null;
  const error = refused ? (refused.fieldErrors?.code ?? (refused.code === "WRONG_CODE" ? refused.message : undefined)) : undefined;
  return (
    <div className="space-y-5">
      {children}
      <form {...formProps} noValidate className="space-y-5">
        {message && <ErrorSummary key={attempt} title={words.invalid} errors={[error ? { fieldId: "code", message: error } : { message }]} />}
        {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
        {typeof proof === "string" && <SignInLink href="/sign-in/confirm">{proof}</SignInLink>}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="code"
          label={words.code}
          hint={words.hint}
          error={error}
          defaultValue={refused?.values?.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          required
          className="max-w-48 text-lg tracking-widest tabular-nums"
        />
        <SubmitButton isPending={isPending} pendingLabel={words.submitting} {...(button ? { variant: button } : {})}>
          {words.submit}
        </SubmitButton>
      </form>
      {after}
    </div>
  );
}
