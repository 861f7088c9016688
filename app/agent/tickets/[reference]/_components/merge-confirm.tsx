"use client";

import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button, ButtonLink } from "@/components/ui/button";
import type { MergeSide } from "../../../_data/merge-side";
import { RefusalWays, type RefusalWords } from "../../../_components/refusal-ways";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

export type MergeConfirmWords = {
  from: string;
  into: string;
  effects: string;
  confirm: string;
  merging: string;
  cancel: string;
  errorTitle: string;
  offline: string;
  refusal: RefusalWords;
};

/** Names both tickets before one of them ends. In a dialog, or on a page of its own without JavaScript. */
export function MergeConfirm({ action, ticketId, from, into, cancel, words }: {
  action: DeskAction<unknown>;
  ticketId: string;
  from: MergeSide;
  into: MergeSide;
  /** An address on a page, a callback in a dialog. */
  cancel: string | (() => void);
  words: MergeConfirmWords;
}) {
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline });
  const refused = state.status === "refused" ? state : null;
  const named = (text: string) => text.replaceAll("{from}", from.reference).replaceAll("{into}", into.reference);
  return (
    <form action={formAction} onSubmit={onSubmit} className="space-y-4">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.fieldErrors?.intoReference ?? refused.message }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="intoReference" value={into.reference} />
      <dl className="space-y-3 text-sm">
        <Side term={words.from} side={from} />
        <Side term={words.into} side={into} />
      </dl>
      <p className="text-sm text-muted">{named(words.effects)}</p>
      <div className="flex flex-wrap justify-end gap-2">
        {typeof cancel === "string" ? <ButtonLink href={cancel}>{words.cancel}</ButtonLink> : <Button onClick={cancel}>{words.cancel}</Button>}
        <SubmitButton variant="danger" isPending={isPending} pendingLabel={words.merging}>
          {named(words.confirm)}
        </SubmitButton>
      </div>
    </form>
  );
}

function Side({ term, side }: { term: string; side: MergeSide }) {
  return (
    <div className="rounded-md border p-3">
      <dt className="text-xs text-muted">{term}</dt>
      <dd>
        <span className="font-semibold tabular-nums">{side.reference}</span> <span>{side.subject}</span>
        <span className="block text-muted">{side.by}</span>
      </dd>
    </div>
  );
}
