"use client";

import type { ComponentProps, ReactNode } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";
import { SignInLink } from "@/components/forms/sign-in-link";

export type StepWords = { invalid: string; signIn: string; offline: string; submitting: string };

type Answer = ActionResult<unknown>;

/** One button about one question: up, down, ask no more, ask again, delete. */
export function StepForm({ action, permalink, values, words, button, children }: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  permalink: string;
  values: Record<string, string>;
  words: StepWords;
  button?: Omit<ComponentProps<typeof SubmitButton>, "pendingLabel" | "isPending" | "children">;
  children: ReactNode;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  return (
    <form {...formProps} className="space-y-3">
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message }]} />}
      {state.status === "refused" && state.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant="secondary" size="sm" {...button} isPending={isPending} pendingLabel={words.submitting}>
        {children}
      </SubmitButton>
    </form>
  );
}
