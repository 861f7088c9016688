import type { Analysis } from "@/lib/search/analysis";
import type { CompiledSynonyms } from "@/lib/synonyms/compile-synonyms";
import { synonymsIn } from "@/lib/synonyms/find-synonyms";
import { worthOf } from "@/lib/synonyms/worth";
import type { Widening } from "./first-look";

/** Beside the draft's own words the operator's synonyms count little: they bring a ticket into sight that says it otherwise. */
const SHARE = 0.5;
const MOST = 30;

/** The terms that may stand for words of the draft. */
export function widenedBy({ titleTokens, bodyTokens }: Pick<Analysis, "titleTokens" | "bodyTokens">, synonyms: CompiledSynonyms): Widening[] {
  const widened = new Map<string, number>();
  for (const tokens of [titleTokens, bodyTokens]) {
    for (const { others } of synonymsIn(tokens, synonyms)) {
      for (const other of others) for (const term of other.terms) widened.set(term, Math.max(widened.get(term) ?? 0, SHARE * worthOf(other)));
    }
  }
  return [...widened].slice(0, MOST).map(([term, worth]) => ({ term, worth }));
}
