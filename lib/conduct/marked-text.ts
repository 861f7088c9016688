import type { Offence, OffenceKind } from "@/lib/conduct/types";

export type TextPart = { text: string; kind: OffenceKind | null };

/** A text cut at its offences, in order; together the parts are the text. Ranges that do not fit it are passed over. */
export function markedParts(text: string, offences: readonly Offence[]): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { kind, start, end } of offences.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), kind: null });
    parts.push({ text: text.slice(start, end), kind });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), kind: null });
  return parts;
}
