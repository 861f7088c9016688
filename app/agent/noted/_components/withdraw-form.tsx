"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { SignInLink } from "@/components/forms/sign-in-link";
import { useDeskAction, type DeskAction } from "../../_components/use-desk-action";

/** With {subject} in the long ones. */
export type WithdrawWords = { label: string; longLabel: string; pending: string; question: string; errorTitle: string; offline: string; signIn: string };

/** Takes back what was noted by mistake. */
export function WithdrawForm({ action, permalink, notedId, subject, focusId, words }: {
  action: DeskAction<null>;
  permalink: string;
  notedId: string;
  subject: string;
  /** Where the focus goes once the row is gone. */
  focusId: string;
  words: WithdrawWords;
}) {
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<null>(action, {
    offline: words.offline,
    permalink,
    onOk: () => document.getElementById(focusId)?.focus({ preventScroll: true }),
  });
  const refused = state.status === "refused" ? state : null;
  const filled = (text: string) => text.split("{subject}").join(subject);
  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        if (window.confirm(filled(words.question))) onSubmit(event);
        else event.preventDefault();
      }}
    >
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused?.code === "SIGNED_OUT" && <SignInLink>{words.signIn}</SignInLink>}
      <input type="hidden" name="notedId" value={notedId} />
      <SubmitButton size="sm" variant="quiet" isPending={isPending} pendingLabel={words.pending}>
        <span aria-hidden="true">{words.label}</span>
        <span className="sr-only">{filled(words.longLabel)}</span>
      </SubmitButton>
    </form>
  );
}
