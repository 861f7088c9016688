"use client";

import { LockKeyhole } from "lucide-react";
import type { GuardWords } from "@/components/secrets/guard-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SealedEntry } from "@/lib/secrets/types";

type Entry = SealedEntry & { isPresent: boolean };

/** What was moved out of the text so far, each with its way back. */
export function SealedEntries({ entries, missing, isHeld, words, onUnseal, onRestore }: {
  entries: Entry[];
  /** Marks in the text of which nothing is kept. */
  missing: string[];
  isHeld: boolean;
  words: GuardWords;
  onUnseal: (entry: SealedEntry) => void;
  onRestore: (entry: SealedEntry) => void;
}) {
  return (
    <>
      {entries.length > 0 && (
        <div className="rounded-lg border p-4 text-sm">
          <p className="flex items-center gap-2 font-semibold">
            <LockKeyhole aria-hidden="true" className="size-4 text-muted" />
            {words.sealedTitle}
          </p>
          <ul className="mt-2 space-y-2">
            {entries.map((entry) => (
              <li key={entry.mark} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
                <span className="min-w-0 grow basis-48">
                  <span className="inline-block font-medium first-letter:uppercase">{words.kinds[entry.kind]}</span>
                  <span className="block text-muted">{entry.isPresent ? words.sealedAs.replace("{mark}", entry.mark) : words.orphan}</span>
                </span>
                <span className="flex flex-wrap gap-2">
                  {!entry.isPresent && (
                    <Button size="sm" onClick={() => onRestore(entry)}>
                      {words.restore}
                    </Button>
                  )}
                  <Button size="sm" aria-label={words.unsealThis.replace("{mark}", entry.mark)} onClick={() => onUnseal(entry)}>
                    {words.unseal}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <Notice tone="warn" live="polite">
          {missing.map((mark) => (
            <p key={mark}>{words.missing.replace("{mark}", mark)}</p>
          ))}
        </Notice>
      )}
      {!isHeld && entries.length > 0 && (
        <Notice tone="danger" live="assertive">
          {words.notHeld}
        </Notice>
      )}
    </>
  );
}
