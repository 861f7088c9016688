"use client";

import { UserRoundCheck } from "lucide-react";
import { useOptimistic } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/announcer";
import type { WorkWords } from "./property-form";
import { RefusalWays } from "../../../_components/refusal-ways";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

/** "Tomar": the ticket is shown as one's own at once, and again as it was if the desk refuses. The button stays, or the focus would be lost. */
export function TakeForm({ action, ticketId, ownId, isOwn, label, ownLabel, taken, words }: {
  action: DeskAction<unknown>;
  ticketId: string;
  ownId: string;
  isOwn: boolean;
  label: string;
  ownLabel: string;
  taken: string;
  words: WorkWords;
}) {
  const [isShownOwn, showOwn] = useOptimistic(isOwn);
  const { state, formAction, send, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, onOk: () => announce(taken) });
  const refused = state.status === "refused" ? state : null;

  return (
    <form
      action={formAction}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isShownOwn && !isPending) send(new FormData(event.currentTarget), () => showOwn(true));
      }}
      className="space-y-2"
    >
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      <input type="hidden" name="ticketId" value={ticketId} />
      <input type="hidden" name="assigneeId" value={ownId} />
      <Button type="submit" size="sm" isBlock data-desk-take="" aria-disabled={isShownOwn || undefined}>
        <UserRoundCheck aria-hidden="true" />
        {isShownOwn ? ownLabel : label}
      </Button>
    </form>
  );
}
