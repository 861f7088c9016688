"use client";

import { useEffect, useRef, useState } from "react";
import { isScanned, SCANNED_BYTES, SCANNED_CHARACTERS } from "@/lib/secrets/scanned-files";
import type { FileFinding } from "@/lib/secrets/types";

/**
 * What is found in the text files of a form: here, as they are put into it, and what the server found and asks about. A file that is
 * removed takes along what was said of it.
 * @param fileOf null for a file that only the server has any more
 * @param asked undefined where nothing is looked through: what stays inside of the desk
 */
export function useFileFindings({ items, fileOf, asked }: { items: readonly { id: string; name: string; status: string }[]; fileOf: (id: string) => File | null; asked: readonly FileFinding[] | undefined }): FileFinding[] {
  const [found, setFound] = useState<readonly FileFinding[]>([]);
  const [told, setTold] = useState<readonly FileFinding[]>(asked ?? []);
  const looked = useRef(new Set<string>());
  const isLooking = asked !== undefined;

  useEffect(() => {
    if (!isLooking) return;
    for (const { id, name, status } of items) {
      const file = fileOf(id);
      if (looked.current.has(id) || status === "refused" || !file || !isScanned(name)) continue;
      looked.current.add(id);
      void look(id, file).then((finding) => finding && setFound((before) => [...before, finding]));
    }
  }, [items, fileOf, isLooking]);

  // A later answer of the server is about something else: what was told stays told.
  useEffect(() => {
    if (asked && asked.length > 0) setTold((before) => [...asked, ...before.filter(({ id }) => asked.every((each) => each.id !== id))]);
  }, [asked]);

  const all = [...told, ...found.filter(({ id }) => told.every((each) => each.id !== id))];
  return all.filter(({ id }) => items.some((item) => item.id === id));
}

async function look(id: string, file: File): Promise<FileFinding | null> {
  try {
    const [text, { findSecretsInFile }] = await Promise.all([file.slice(0, SCANNED_BYTES).text(), import("@/lib/secrets/scan-file")]);
    const findings = findSecretsInFile(text);
    const isPartial = file.size > SCANNED_BYTES || text.length > SCANNED_CHARACTERS;
    if (findings.length === 0 && !isPartial) return null;
    return { id, name: file.name, kinds: [...new Set(findings.map(({ kind }) => kind))], lines: [...new Set(findings.map(({ line }) => line))], isPartial };
  } catch {
    return null; // it cannot be read here; the upload will say so
  }
}
