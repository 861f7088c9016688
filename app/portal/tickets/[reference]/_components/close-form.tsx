"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { IDLE, type ActionResult } from "@/lib/actions/result";

type Answer = ActionResult<{ reference: string }>;

export function CloseForm({
  action,
  ticketId,
  words,
}: {
  action: (previous: Answer, form: FormData) => Promise<Answer>;
  ticketId: string;
  words: { submit: string; submitting: string; notDone: string; offline: string };
}) {
  const { formProps, isPending, attempt, message } = useActionForm<Answer>({ action, initial: IDLE, failure: words.offline });
  return (
    <form {...formProps} className="space-y-3">
      <ErrorSummary key={attempt} title={words.notDone} errors={message ? [{ message }] : []} />
      <input type="hidden" name="ticketId" value={ticketId} />
      <SubmitButton variant="secondary" pendingLabel={words.submitting} isPending={isPending}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}
