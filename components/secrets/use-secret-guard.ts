"use client";

import { useCallback, useEffect, useState, type RefObject } from "react";
import { readTexts, writeText, type FormText, type GuardField } from "@/components/secrets/form-texts";
import { dropSecret, holdSecret } from "@/components/secrets/hold-secret";
import { freeMark, hasMark, markOf, placeOfMark, replaceSpan } from "@/lib/secrets/marks";
import type { FindingView, SealedEntry } from "@/lib/secrets/types";

const PAUSE_MS = 350;
const MOST_MARKS = 25;

type Options = { slot: string; fields: readonly GuardField[]; held: SealedEntry[]; word: string };

/**
 * Looks for probable secrets while one types, in the form around `root`, and moves them out of its texts and back. The rule itself is
 * loaded once there is something to read.
 */
export function useSecretGuard(root: RefObject<HTMLElement | null>, { slot, fields, held, word }: Options) {
  const [findings, setFindings] = useState<FindingView[] | null>(null);
  const [entries, setEntries] = useState<SealedEntry[]>(held);
  const [texts, setTexts] = useState<string[] | null>(null);
  const [isHeld, setHeld] = useState(true);
  const names = fields.join(" ");

  const scan = useCallback(async () => {
    const around = formAround(root);
    if (!around) return;
    const read = readTexts(around, names.split(" ") as GuardField[]);
    setTexts(read.map(({ text }) => text));
    if (read.every(({ text }) => text.trim() === "")) return setFindings((before) => before && []);
    try {
      const { findInTexts, viewFindings } = await import("@/lib/secrets/review");
      setFindings(onlyOnce(read.flatMap(({ field, text }) => viewFindings({ [field]: text }, findInTexts({ [field]: text })))));
    } catch {
      // Without the rule the server looks, and asks once.
    }
  }, [root, names]);

  useEffect(() => {
    const around = formAround(root);
    if (!around) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void scan(), PAUSE_MS);
    };
    const forget = () => {
      setEntries([]);
      setFindings((before) => before && []);
      later();
    };
    later();
    around.addEventListener("input", later);
    around.addEventListener("reset", forget);
    return () => {
      clearTimeout(timer);
      around.removeEventListener("input", later);
      around.removeEventListener("reset", forget);
    };
  }, [root, scan]);

  /** @returns the marks that stand in the texts now */
  async function seal(chosen: readonly FindingView[]): Promise<string[]> {
    const around = formAround(root);
    if (!around) return [];
    const { findInTexts } = await import("@/lib/secrets/review");
    const added: SealedEntry[] = [];
    for (const { fingerprint, kind, value } of chosen) {
      const now = readTexts(around, fields);
      const mark = freeMark(word, { texts: now.map(({ text }) => text), taken: [...entries, ...added].map((entry) => entry.mark) });
      const changed = now.map((each) => ({ ...each, sealed: withMarks(each, findInTexts({ [each.field]: each.text }).filter((finding) => finding.fingerprint === fingerprint), mark) }));
      if (changed.every(({ text, sealed }) => text === sealed)) continue;
      for (const { control, sealed } of changed) writeText(control, sealed);
      added.push({ mark, kind, value });
    }
    setEntries((before) => [...before, ...added]);
    await scan();
    const kept = await Promise.all(added.map((entry) => holdSecret(slot, entry)));
    setHeld((before) => before && kept.every(Boolean));
    return added.map(({ mark }) => mark);
  }

  async function unseal({ mark, value }: SealedEntry): Promise<void> {
    const around = formAround(root);
    if (!around) return;
    const now = readTexts(around, fields);
    const marked = now.filter(({ text }) => hasMark(text, mark));
    for (const { control, text } of marked) writeText(control, withoutMark(text, { mark, value }));
    if (marked.length === 0) appendTo(now, value);
    setEntries((before) => before.filter((entry) => entry.mark !== mark));
    await scan();
    void dropSecret(slot, mark);
  }

  function restoreMark({ mark }: SealedEntry): void {
    const around = formAround(root);
    if (around) appendTo(readTexts(around, fields), mark);
  }

  const present = (mark: string) => texts === null || texts.some((text) => hasMark(text, mark));
  return {
    /** Null until the rule was loaded and has read. */
    findings,
    entries: entries.map((entry) => ({ ...entry, isPresent: present(entry.mark) })),
    missing: marksIn(texts, word).filter((mark) => !entries.some((entry) => entry.mark === mark)),
    isHeld,
    seal,
    unseal,
    restoreMark,
  };
}

function formAround(root: RefObject<HTMLElement | null>): HTMLFormElement | null {
  return root.current?.closest("form") ?? null;
}

/** The same secret in several texts is one: it is shown once, and moved out everywhere. */
function onlyOnce(findings: FindingView[]): FindingView[] {
  return findings.filter(({ fingerprint }, index) => findings.findIndex((other) => other.fingerprint === fingerprint) === index);
}

function withMarks({ text }: FormText, places: readonly { start: number; end: number }[], mark: string): string {
  return places.toReversed().reduce((done, place) => replaceSpan(done, place, mark), text);
}

function withoutMark(text: string, { mark, value }: { mark: string; value: string }): string {
  let [done, rest] = ["", text];
  for (let at = placeOfMark(rest, mark); at !== -1; at = placeOfMark(rest, mark)) {
    done += rest.slice(0, at) + value;
    rest = rest.slice(at + mark.length);
  }
  return done + rest;
}

/** To the last of the messages: there is one, or one a part. */
function appendTo(texts: readonly FormText[], more: string): void {
  const last = texts.findLast(({ field }) => field === "body");
  if (last) writeText(last.control, last.text.trim() === "" ? more : `${last.text.trimEnd()}\n${more}`);
}

function marksIn(texts: readonly string[] | null, word: string): string[] {
  if (!texts?.some((text) => text.includes(word))) return [];
  const marks = Array.from({ length: MOST_MARKS }, (_, index) => markOf(word, index + 1));
  return marks.filter((mark) => texts.some((text) => hasMark(text, mark)));
}
