import { guessLanguage } from "@/lib/search/language";
import { cleanText } from "@/lib/search/text";
import { tokensOf } from "@/lib/search/tokens";
import type { CompiledSynonyms } from "./compile-synonyms";
import { synonymsIn } from "./find-synonyms";
import type { WidenedText } from "./types";

export const SAMPLE_LENGTH_MAX = 500;

/** What a search for this text would also look for, in words. */
export function widenText(sample: string, compiled: CompiledSynonyms): WidenedText {
  const text = cleanText(sample, SAMPLE_LENGTH_MAX);
  const segments: WidenedText["segments"] = [];
  const matches: WidenedText["matches"] = [];
  let shown = 0;
  for (const { start, end, leadsTo } of synonymsIn(tokensOf(text, guessLanguage(text)), compiled)) {
    if (start > shown) segments.push({ text: text.slice(shown, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    matches.push({ found: text.slice(start, end), others: [...leadsTo] });
    shown = end;
  }
  if (shown < text.length) segments.push({ text: text.slice(shown), isMatch: false });
  return { segments, matches };
}
