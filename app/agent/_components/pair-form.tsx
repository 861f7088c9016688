"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { announce } from "@/components/ui/announcer";
import { RefusalWays, type RefusalWords } from "./refusal-ways";
import { useDeskAction, type DeskAction } from "./use-desk-action";

export type PairWords = { label: string; longLabel: string; pending: string; done: string; errorTitle: string; offline: string; refusal: RefusalWords };

/**
 * "No es el mismo asunto", or taking it back: one button about a ticket and others. What it was pressed on goes away with the answer, so
 * the focus goes to what stays.
 */
export function PairForm({ action, ticketId, candidateTicketIds, focusId, words }: {
  action: DeskAction<unknown>;
  ticketId: string;
  candidateTicketIds: string[];
  /** The heading above the list. */
  focusId: string;
  words: PairWords;
}) {
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<unknown>(action, {
    offline: words.offline,
    onOk() {
      announce(words.done);
      document.getElementById(focusId)?.focus({ preventScroll: true });
    },
  });
  const refused = state.status === "refused" ? state : null;
  return (
    <form action={formAction} onSubmit={onSubmit} className="space-y-2">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      <input type="hidden" name="ticketId" value={ticketId} />
      {candidateTicketIds.map((id) => (
        <input key={id} type="hidden" name="candidateTicketIds" value={id} />
      ))}
      <SubmitButton size="sm" variant="secondary" isPending={isPending} pendingLabel={words.pending}>
        <span aria-hidden="true">{words.label}</span>
        <span className="sr-only">{words.longLabel}</span>
      </SubmitButton>
    </form>
  );
}
