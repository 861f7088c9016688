"use client";

import { useEffect, useRef } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { StatusInput } from "@/lib/tickets/schema";
import { announce } from "@/components/ui/announcer";
import type { WorkWords } from "./property-form";
import { RefusalWays } from "../../../_components/refusal-ways";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

type Move = { move: StatusInput["move"]; label: string };

/** The moves that this ticket allows, each a button. Closing cannot be undone, so it is folded with what it means. */
export function StatusMoves({ action, ticketId, status, moves, close, saved, words }: {
  action: DeskAction<unknown>;
  ticketId: string;
  status: string;
  moves: Move[];
  close: { label: string; summary: string; hint: string } | null;
  saved: string;
  words: WorkWords;
}) {
  const group = useRef<HTMLDivElement>(null);
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction<unknown>(action, { offline: words.offline, onOk: () => announce(saved) });
  const refused = state.status === "refused" ? state : null;
  const statusBefore = useRef(status);

  useEffect(() => {
    // The button that was pressed may be gone with the old status.
    if (statusBefore.current !== status && document.activeElement === document.body) group.current?.focus();
    statusBefore.current = status;
  }, [status]);

  return (
    <form action={formAction} onSubmit={onSubmit} className="space-y-2">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      <input type="hidden" name="ticketId" value={ticketId} />
      <div ref={group} tabIndex={-1} role="group" aria-labelledby="work-status" className="flex flex-wrap gap-2 rounded-md outline-offset-4">
        {moves.map(({ move, label }) => (
          <Button key={move} type="submit" name="move" value={move} size="sm" aria-disabled={isPending || undefined}>
            {label}
          </Button>
        ))}
      </div>
      {close && (
        <Disclosure summary={close.summary} className="text-sm">
          <div className="space-y-2">
            <p className="text-muted">{close.hint}</p>
            <Button type="submit" name="move" value="close" size="sm" variant="danger" aria-disabled={isPending || undefined}>
              {close.label}
            </Button>
          </div>
        </Disclosure>
      )}
    </form>
  );
}
