import { findSecrets } from "@/lib/secrets/find-secrets";
import { fingerprintOf } from "@/lib/secrets/fingerprint";
import { freeMark, hasMark, replaceSpan } from "@/lib/secrets/marks";
import type { SecretInput } from "@/lib/secrets/schema";
import { SEALED_MAX, type FieldFinding, type FindingView, type SealedEntry, type SecretField } from "@/lib/secrets/types";
import { ok, refuse, type Result } from "@/lib/result";

export type Texts = Partial<Record<SecretField, string>>;
export type Reviewed<T extends Texts> = { texts: T; sealed: SealedEntry[] };


/** Probable secrets of a form, in the order of its fields. */
export function findInTexts(texts: Texts): FieldFinding[] {
  return fieldsOf(texts).flatMap((field) => {
    const text = texts[field] ?? "";
    return findSecrets(text).map((finding) => ({ ...finding, field, fingerprint: fingerprintOf(text.slice(finding.start, finding.end)) }));
  });
}

const CONTEXT = 28;

/** Findings with some words around them; the same secret twice is shown once. */
export function viewFindings(texts: Texts, findings: readonly FieldFinding[]): FindingView[] {
  const seen = new Set<string>();
  return findings.flatMap(({ field, kind, fingerprint, start, end }) => {
    if (seen.has(fingerprint)) return [];
    seen.add(fingerprint);
    const text = texts[field] ?? "";
    const before = text.slice(0, start).split("\n").at(-1)!.slice(-CONTEXT).toWellFormed();
    const after = text.slice(end).split("\n", 1)[0]!.slice(0, CONTEXT).toWellFormed();
    return [{ field, kind, fingerprint, before, value: text.slice(start, end), after }];
  });
}

/**
 * A form as it may be written: what the person ticked is moved out of the texts, and what is left they were told of. Otherwise refused once,
 * with the findings. Sealed entries whose mark was taken out of the texts are dropped: they were deleted with it.
 * @param word the mark of the catalogue
 */
export function reviewSecrets<T extends Texts>(texts: T, input: SecretInput, word: string): Result<Reviewed<T>, "SECRETS_NOT_REVIEWED", { findings: FindingView[] }> {
  const sealed = (input.sealed ?? []).filter(({ mark }, index, all) => isInTexts(texts, mark) && all.findIndex((other) => other.mark === mark) === index);
  const findings = findInTexts(texts);
  const wanted = new Set(input.seal);
  const told = new Set(input.secretsKept);
  if (findings.some(({ fingerprint }) => !wanted.has(fingerprint) && !told.has(fingerprint))) return refuse("SECRETS_NOT_REVIEWED", { findings: viewFindings(texts, findings) });
  return ok(sealWanted(texts, { sealed, wanted: findings.filter(({ fingerprint }) => wanted.has(fingerprint)).slice(0, SEALED_MAX - sealed.length), word }));
}

function isInTexts(texts: Texts, mark: string): boolean {
  return fieldsOf(texts).some((field) => hasMark(texts[field] ?? "", mark));
}

function fieldsOf(texts: Texts): SecretField[] {
  return Object.keys(texts).filter((name): name is SecretField => name === "subject" || name === "body" || name.startsWith("answer_"));
}

function sealWanted<T extends Texts>(texts: T, { sealed, wanted, word }: { sealed: SealedEntry[]; wanted: FieldFinding[]; word: string }): Reviewed<T> {
  const result: Texts = { ...texts };
  const marks = sealed.map(({ mark }) => mark);
  const entries = wanted.map(({ field, start, end, kind }) => {
    const mark = freeMark(word, { texts: Object.values(texts).filter((text) => text !== undefined), taken: marks });
    marks.push(mark);
    return { field, start, end, entry: { mark, kind, value: (texts[field] ?? "").slice(start, end) } };
  });
  // From the end, so that the places of the others stay true.
  for (const { field, start, end, entry } of entries.toReversed()) result[field] = replaceSpan(result[field] ?? "", { start, end }, entry.mark);
  return { texts: result as T, sealed: [...sealed, ...entries.map(({ entry }) => entry)] };
}
