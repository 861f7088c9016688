"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { versionIn } from "@/lib/actions/details";
import { IDLE } from "@/lib/actions/result";
import type { Saved } from "../../_components/synonym-form";

export type DeleteWords = { submit: string; submitting: string; invalid: string; signIn: string; offline: string };

/** Deletes the version that is on the page; another one is shown first. */
export function DeleteForm({ action, groupId, version, words }: {
  action: (previous: Saved, form: FormData) => Promise<Saved>;
  groupId: string;
  version: number;
  words: DeleteWords;
}) {
  const { state, formProps, isPending, attempt, message } = useActionForm<Saved>({ action, initial: IDLE, failure: words.offline });
  const seen = state.status === "refused" ? versionIn(state.details) : null;
  return (
    <form {...formProps} className="space-y-3">
      {message && <ErrorSummary key={attempt} title={words.invalid} errors={[{ message }]} />}
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="version" value={seen ?? version} />
      <SubmitButton variant="danger" isPending={isPending} pendingLabel={words.submitting}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
