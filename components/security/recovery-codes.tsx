"use client";

import { Download, Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button, ButtonLink, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export type RecoveryWords = { title: string; lead: string; list: string; download: string; print: string; goOn: string; fileName: string; fileHead: string };

/** The codes that are shown this once: to be copied, taken along as a file (without a script too) or printed. */
export function RecoveryCodes({ codes, next, words }: { codes: readonly string[]; next: string; words: RecoveryWords }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${words.fileHead}\n\n${codes.join("\n")}\n`)}`;
  return (
    <div ref={ref} tabIndex={-1} className="space-y-5 outline-none">
      <Notice tone="success" live="polite" title={words.title}>
        {words.lead}
      </Notice>
      <ol aria-label={words.list} className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-md bg-sunken p-4 font-mono text-sm tabular-nums sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <a href={file} download={words.fileName} className={buttonClass()}>
          <Download aria-hidden="true" />
          {words.download}
        </a>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {words.print}
        </Button>
        <ButtonLink href={next} isPlain variant="primary">
          {words.goOn}
        </ButtonLink>
      </div>
    </div>
  );
}
