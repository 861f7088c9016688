import { findSecrets } from "@/lib/secrets/find-secrets";
import { SCANNED_CHARACTERS } from "@/lib/secrets/scanned-files";
import type { SecretKind } from "@/lib/secrets/types";

const CHUNK = 20_000;
const OVERLAP = 4_000;

export type LineFinding = { kind: SecretKind; line: number };

/** Which kinds of probable secrets a text file holds, and on which lines (from 1). Never the secrets. */
export function findSecretsInFile(text: string): LineFinding[] {
  const steps = scanInSteps(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some milliseconds each: whoever has others to serve does so in between, or stops with what was found so far. */
export function* scanInSteps(text: string): Generator<() => LineFinding[], LineFinding[]> {
  const read = text.slice(0, SCANNED_CHARACTERS);
  const found = new Map<number, SecretKind>();
  for (let from = 0; from < read.length; from += CHUNK) {
    for (const { start, kind } of findSecrets(read.slice(from, from + CHUNK + OVERLAP))) if (!found.has(from + start)) found.set(from + start, kind);
    yield () => onLines(read, found);
  }
  return onLines(read, found);
}

function onLines(read: string, found: ReadonlyMap<number, SecretKind>): LineFinding[] {
  const seen = new Set<string>();
  const newlines = newlinesOf(read);
  return [...found].sort(([a], [b]) => a - b).flatMap(([at, kind]) => {
    const line = lineOf(newlines, at);
    const key = `${line} ${kind}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ kind, line }];
  });
}

function newlinesOf(text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) places.push(at);
  return places;
}

function lineOf(newlines: readonly number[], at: number): number {
  let low = 0;
  let high = newlines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (newlines[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
