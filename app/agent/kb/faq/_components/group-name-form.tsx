"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SignInLink } from "@/components/forms/sign-in-link";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { useActionForm } from "@/components/forms/use-action-form";
import { versionIn } from "@/lib/actions/details";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Answer = ActionResult<unknown>;

export type GroupNameWords = { name: string; nameHint: string; submit: string; submitting: string; invalid: string; offline: string; signIn: string };

/** A new group, or another name for one. */
export function GroupNameForm({ action, permalink, edited, words }: { action: (previous: Answer, form: FormData) => Promise<Answer>; permalink: string; edited?: { groupId: string; name: string; version: number }; words: GroupNameWords }) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, permalink, failure: words.offline });
  const refused = state.status === "refused" ? state : null;
  const id = `name-${edited?.groupId ?? "new"}`;
  const error = refused?.fieldErrors?.name ?? (refused && refused.code !== "SIGNED_OUT" && !refused.fieldErrors ? refused.message : undefined);
  return (
    <form {...formProps} className="space-y-3" noValidate>
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[error ? { fieldId: id, message: error } : { message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      {edited && (
        <>
          <input type="hidden" name="groupId" value={edited.groupId} />
          <input type="hidden" name="version" value={versionIn(refused?.details) ?? refused?.values?.version ?? edited.version} />
        </>
      )}
      <TextField name="name" id={id} label={words.name} hint={words.nameHint} {...(error ? { error } : {})} defaultValue={refused?.values?.name ?? edited?.name ?? ""} autoComplete="off" required />
      <SubmitButton variant="secondary" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
