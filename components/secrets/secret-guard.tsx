"use client";

import { LockKeyhole } from "lucide-react";
import { useRef, useState } from "react";
import type { GuardField } from "@/components/secrets/form-texts";
import { SealedEntries } from "@/components/secrets/sealed-entries";
import type { GuardWords } from "@/components/secrets/guard-words";
import { useSecretGuard } from "@/components/secrets/use-secret-guard";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FindingView, SealedEntry } from "@/lib/secrets/types";

/** Where the summary above a form leads to when the server asks. */
export const GUARD_ID = "datos-secretos";

const SHOWN_LENGTH = 48;

export type GuardProps = {
  /** Of the draft that the text is kept in. */
  slot: string;
  fields: readonly GuardField[];
  /** What was sealed in the draft before. */
  held: SealedEntry[];
  words: GuardWords;
};

/**
 * Stands in a form, below its text: says which words look like secrets and moves them, one press each, into sealed fields that travel
 * beside the text. What is not moved stays as it is. Without JavaScript the server finds the same, and asks here with check boxes.
 * @param asked what the server found and the person was not told of
 */
export function SecretGuard({ slot, fields, held, words, asked }: GuardProps & { asked?: FindingView[] }) {
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const guard = useSecretGuard(root, { slot, fields, held, word: words.mark });
  const shown = guard.findings ?? asked ?? [];
  const isLive = guard.findings !== null;

  async function seal(chosen: readonly FindingView[]) {
    const marks = await guard.seal(chosen);
    setSaid(words.sealed.replace("{mark}", marks.join(", ")));
    root.current?.focus({ preventScroll: true });
  }

  async function unseal(entry: SealedEntry) {
    await guard.unseal(entry);
    setSaid(words.unsealed);
    root.current?.focus({ preventScroll: true });
  }

  return (
    <div ref={root} id={GUARD_ID} tabIndex={-1} className="scroll-mt-6 space-y-3 outline-none empty:hidden">
      {guard.entries.map(({ mark, kind, value }) => (
        <input key={mark} type="hidden" name="sealed" value={JSON.stringify({ mark, kind, value })} />
      ))}
      {/* What is shown here was told. */}
      {shown.map(({ fingerprint }) => (
        <input key={fingerprint} type="hidden" name="secretsKept" value={fingerprint} />
      ))}
      {shown.length > 0 && (
        <Notice
          tone="warn"
          title={titleOf(shown.length, words)}
          actions={
            isLive && shown.length > 1 ? (
              <Button size="sm" onClick={() => void seal(shown)}>
                {words.sealAll}
              </Button>
            ) : undefined
          }
        >
          <p>{words.lead}</p>
          {!isLive && <p>{words.choose}</p>}
          <ul className="space-y-2">
            {shown.map((finding) => (
              <li key={finding.fingerprint} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
                {isLive ? (
                  <>
                    <Found finding={finding} words={words} />
                    <Button size="sm" aria-label={filled(words.sealThis, { kind: words.kinds[finding.kind], value: shortened(finding.value) })} onClick={() => void seal([finding])}>
                      <LockKeyhole aria-hidden="true" />
                      {words.seal}
                    </Button>
                  </>
                ) : (
                  <label className="flex min-h-11 items-center gap-2.5">
                    <input type="checkbox" name="seal" value={finding.fingerprint} className="size-5 shrink-0 accent-accent-fill" />
                    <Found finding={finding} words={words} />
                  </label>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <SealedEntries entries={guard.entries} missing={guard.missing} isHeld={guard.isHeld} words={words} onUnseal={(entry) => void unseal(entry)} onRestore={guard.restoreMark} />
      <span role="status" className="sr-only">
        {said || (isLive && shown.length > 0 ? titleOf(shown.length, words) : "")}
      </span>
    </div>
  );
}

/** The words as they stand, with what is meant marked. */
function Found({ finding, words }: { finding: FindingView; words: GuardWords }) {
  return (
    <span className="min-w-0 grow basis-48 break-words">
      <span className="inline-block font-medium first-letter:uppercase">{words.kinds[finding.kind]}</span>
      {finding.field !== "body" && <span className="text-muted"> ({finding.field === "subject" ? words.inSubject : words.inAnswer})</span>}
      <span className="block font-mono text-xs break-all">
        {finding.before}
        <mark className="rounded-sm bg-warn-line/50 px-0.5 text-ink">{shortened(finding.value)}</mark>
        {finding.after}
      </span>
    </span>
  );
}

function titleOf(count: number, words: GuardWords): string {
  return count === 1 ? words.titleOne : words.titleMany.replace("{count}", String(count));
}

function shortened(value: string): string {
  const line = value.replace(/\s+/g, " ");
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}

function filled(text: string, values: Record<string, string>): string {
  return Object.entries(values).reduce((done, [name, value]) => done.split(`{${name}}`).join(value), text);
}
