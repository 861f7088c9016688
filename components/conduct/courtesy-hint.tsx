"use client";

import { useEffect, useRef, useState } from "react";
import type { CourtesyWords } from "@/components/conduct/courtesy-words";
import { Notice } from "@/components/ui/notice";
import type { OffenceKind } from "@/lib/conduct/types";

/** After the last key: nobody is interrupted in the middle of a word. */
const PAUSE_MS = 1_200;
const MOST_SHOWN = 3;

type Shown = { kind: OffenceKind; words: string[] };

/**
 * Stands in a form, below its text: a kind word to whoever is about to send something rude (policy, 9). It holds nothing back, and
 * without a script it is not there.
 * @param fields the names of the texts that are read
 */
export function CourtesyHint({ fields, words }: { fields: readonly string[]; words: CourtesyWords }) {
  const root = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    const form = root.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      // Its list of words is fetched by those who write, not by those who read the page.
      const { findOffences } = await import("@/lib/conduct/find-offences");
      if (isGone) return;
      const data = new FormData(form);
      const found = fields.flatMap((field) => {
        const text = String(data.get(field) ?? "");
        return findOffences(text).map(({ kind, start, end }) => ({ kind, word: text.slice(start, end) }));
      });
      const kind = found.some((each) => each.kind === "threat") ? "threat" : "insult";
      const own = [...new Set(found.filter((each) => each.kind === kind).map(({ word }) => word))].slice(0, MOST_SHOWN);
      setShown((before) => (own.length === 0 ? null : before?.kind === kind && before.words.join() === own.join() ? before : { kind, words: own }));
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    form.addEventListener("input", wait);
    return () => {
      isGone = true;
      clearTimeout(timer);
      form.removeEventListener("input", wait);
    };
  }, [fields]);

  return (
    <div ref={root} role="status" className="empty:hidden">
      {shown && (
        <Notice tone="accent" title={words.title}>
          <p>{words[shown.kind].replace("{words}", () => shown.words.map((word) => `«${word}»`).join(", "))}</p>
          <p>{words.yours}</p>
        </Notice>
      )}
    </div>
  );
}
