"use client";

import { useState } from "react";
import type { FileWarningWords } from "@/components/secrets/file-warning-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { FileFinding } from "@/lib/secrets/types";

const SHOWN_LINES = 5;

/** Where the summary above a form leads to when the server asks about files. */
export const FILE_WARNINGS_ID = "archivos-secretos";

/**
 * Says of the files in the form that secrets seem to stand in them, and lets the form say that its sender was told. They go or stay as their
 * sender decides.
 */
export function FileWarnings({ findings, words }: { findings: readonly FileFinding[]; words: FileWarningWords }) {
  const [understood, setUnderstood] = useState<readonly string[]>([]);
  const shown = findings.filter(({ id }) => !understood.includes(id));
  return (
    <div id={FILE_WARNINGS_ID} tabIndex={-1} className="scroll-mt-6 space-y-3 outline-none empty:hidden">
      {findings.map(({ id, kinds }) => kinds.length > 0 && <input key={id} type="hidden" name="filesKept" value={id} />)}
      {shown.map((finding) => (
        <Notice
          key={finding.id}
          tone={finding.kinds.length > 0 ? "warn" : "neutral"}
          live="polite"
          actions={
            <Button size="sm" className="noscript:hidden" onClick={() => setUnderstood((before) => [...before, finding.id])}>
              {words.understood}
            </Button>
          }
        >
          {finding.kinds.length > 0 && <p className="break-words">{textOf(finding, words)}</p>}
          {finding.isPartial && <p className="break-words">{words.partial.split("{name}").join(finding.name)}</p>}
        </Notice>
      ))}
    </div>
  );
}

function textOf({ name, kinds, lines }: FileFinding, words: FileWarningWords): string {
  const shown = lines.slice(0, SHOWN_LINES).join(", ") + (lines.length > SHOWN_LINES ? "…" : "");
  return words.file.split("{name}").join(name).replace("{kinds}", kinds.map((kind) => words.kinds[kind]).join(", ")).replace("{lines}", shown);
}
