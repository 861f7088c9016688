"use client";

import { Eye } from "lucide-react";
import { useEffect, useState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { Textarea } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { announce } from "@/components/ui/announcer";
import { RefusalWays, type RefusalWords } from "../../../_components/refusal-ways";
import { useDeskAction, type DeskAction } from "../../../_components/use-desk-action";

export type SealedReaderWords = {
  show: string;
  showing: string;
  showHint: string;
  value: string;
  copy: string;
  copied: string;
  copyFailed: string;
  hide: string;
  hides: string;
  hidden: string;
  errorTitle: string;
  offline: string;
  refusal: RefusalWords;
};

export const SHOWN_MS = 30_000;

/** Asks for what is sealed, shows it for half a minute, and takes it away again. It is in no page before it is asked for. */
export function SealedReader({ action, sealedId, title, address, words }: {
  action: DeskAction<{ sealedId: string; value: string }>;
  sealedId: string;
  title: string;
  /** Of the page that it stands on. */
  address: string;
  words: SealedReaderWords;
}) {
  const [isHidden, setHidden] = useState(false);
  const [note, setNote] = useState("");
  const { state, formAction, onSubmit, isPending, attempt } = useDeskAction(action, {
    offline: words.offline,
    permalink: address,
    onOk: () => {
      setHidden(false);
      setNote("");
    },
  });
  const refused = state.status === "refused" ? state : null;
  // Without JavaScript one page may hold several of these, and the answer is for one.
  const value = state.status === "ok" && state.data.sealedId === sealedId && !isHidden ? state.data.value : null;

  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => {
      setHidden(true);
      announce(words.hidden);
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [value, attempt, words.hidden]);

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      setNote(words.copied);
    } catch {
      setNote(words.copyFailed);
    }
  }

  return (
    <div className="mt-2 space-y-2">
      {refused && <ErrorSummary key={attempt} title={words.errorTitle} errors={[{ message: refused.message }]} />}
      {refused && <RefusalWays refused={refused} words={words.refusal} />}
      {value === null ? (
        <form action={formAction} onSubmit={onSubmit} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <input type="hidden" name="sealedId" value={sealedId} />
          <Button type="submit" size="sm" aria-label={`${words.show}: ${title}`} aria-disabled={isPending || undefined}>
            <Eye aria-hidden="true" />
            {isPending ? words.showing : words.show}
          </Button>
          <span className="text-xs text-muted">{words.showHint}</span>
        </form>
      ) : (
        <>
          <Textarea readOnly aria-label={words.value} rows={value.includes("\n") ? 6 : 2} value={value} className="min-h-0! font-mono text-sm break-all" />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <Button size="sm" onClick={() => void copy(value)}>
              {words.copy}
            </Button>
            <Button size="sm" onClick={() => setHidden(true)}>
              {words.hide}
            </Button>
            <span role="status" className="text-xs text-muted">
              {note || words.hides}
            </span>
          </div>
        </>
      )}
    </div>
  );
}
