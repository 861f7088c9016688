"use client";

import { useRef, useState, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-input";
import { Dialog } from "@/components/ui/dialog";
import type { MergeSide } from "../../../_data/merge-side";
import { MergeConfirm, type MergeConfirmWords } from "./merge-confirm";
import type { DeskAction } from "../../../_components/use-desk-action";

export type MergeWords = {
  label: string;
  hint: string;
  continue: string;
  checking: string;
  missing: string;
  notFound: string;
  itself: string;
  title: string;
  close: string;
  confirm: MergeConfirmWords;
};

type Props = { action: DeskAction<unknown>; ticketId: string; from: MergeSide; href: string; words: MergeWords };

/** Merge by reference: looks the other ticket up, then asks with both names. Without JavaScript the page at `href` asks. */
export function MergeByReference({ action, ticketId, from, href, words }: Props) {
  const [into, setInto] = useState<MergeSide | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const box = useRef<HTMLInputElement>(null);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isChecking) return;
    setError(null);
    setIsChecking(true);
    const found = await findSide(box.current?.value ?? "", { from, words });
    setIsChecking(false);
    if (typeof found === "string") return setError(found);
    setInto(found);
  }

  return (
    <>
      <form action={href} method="get" onSubmit={onSubmit} className="space-y-2" noValidate>
        {error && <ErrorSummary title={words.confirm.errorTitle} errors={[{ fieldId: "merge-into", message: error }]} />}
        <TextField
          ref={box}
          name="into"
          id="merge-into"
          label={words.label}
          hint={words.hint}
          error={error ?? undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          required
        />
        <SubmitButton size="sm" variant="secondary" isPending={isChecking} pendingLabel={words.checking}>
          {words.continue}
        </SubmitButton>
      </form>
      <MergeDialog action={action} ticketId={ticketId} from={from} into={into} onClose={() => setInto(null)} words={words} />
    </>
  );
}

/** The same for a ticket that is known already. */
export function MergeShortcut({ action, ticketId, from, into, href, label, longLabel, words }: Props & { into: MergeSide; label: string; longLabel: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <a
        href={href}
        aria-label={longLabel}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(true);
        }}
        className="inline-flex min-h-8 items-center rounded-md px-2.5 text-sm font-medium inset-ring inset-ring-line-strong/60 hover:bg-sunken"
      >
        {label}
      </a>
      <MergeDialog action={action} ticketId={ticketId} from={from} into={isOpen ? into : null} onClose={() => setIsOpen(false)} words={words} />
    </>
  );
}

function MergeDialog({ action, ticketId, from, into, onClose, words }: Omit<Props, "href"> & { into: MergeSide | null; onClose: () => void }) {
  return (
    <Dialog isOpen={into !== null} onClose={onClose} title={words.title} closeLabel={words.close}>
      {into && <MergeConfirm action={action} ticketId={ticketId} from={from} into={into} cancel={onClose} words={words.confirm} />}
    </Dialog>
  );
}

/** The other ticket, or why it cannot be. */
async function findSide(text: string, { from, words }: { from: MergeSide; words: MergeWords }): Promise<MergeSide | string> {
  const reference = text.trim();
  if (reference === "") return words.missing;
  try {
    const response = await fetch(`/api/agent/tickets?${new URLSearchParams({ reference })}`, { cache: "no-store" });
    if (!response.ok) return response.status === 404 ? words.notFound : words.confirm.offline;
    const side: MergeSide = await response.json();
    return side.reference === from.reference ? words.itself : side;
  } catch {
    return words.confirm.offline;
  }
}
