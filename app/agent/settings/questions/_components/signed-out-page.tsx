"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { TextareaField } from "@/components/forms/textarea";
import { useActionForm } from "@/components/forms/use-action-form";
import { ButtonLink } from "@/components/ui/button";
import { IDLE } from "@/lib/actions/result";
import type { Saved } from "./question-form";

export type SignedOutWords = { title: string; kept: string; invalid: string; signIn: string };

/** For somebody whose session ended while writing and whose browser runs no script: a redirect would throw the text away. */
export function SignedOutPage({ action, address, words }: { action: (previous: Saved, form: FormData) => Promise<Saved>; address: string; words: SignedOutWords }) {
  const { state } = useActionForm<Saved>({ action, initial: IDLE, permalink: address, failure: words.invalid });
  const { label = "", hint = "", choices = "" } = (state.status === "refused" && state.values) || {};
  return (
    <div className="mx-auto w-full max-w-narrow space-y-5 p-4 sm:p-6">
      <h1 className="text-lg font-semibold">{words.title}</h1>
      {state.status === "refused" && <ErrorSummary title={words.invalid} errors={[{ message: state.message }]} />}
      <TextareaField name="kept" label={words.kept} readOnly defaultValue={[label, hint, choices].filter(Boolean).join("\n\n")} />
      <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(address)}`} target="_blank">
        {words.signIn}
      </ButtonLink>
    </div>
  );
}
