import { isStopWord } from "@/lib/search/stop-words";
import { cleanText, foldText } from "@/lib/search/text";
import { tokensOf } from "@/lib/search/tokens";
import type { Language } from "@/lib/search/types";
import type { SynonymGroup, SynonymTerms } from "./types";
import { wordsOf, type Word } from "./words";

/** An expression, known by its words in one of the languages. */
export type Ending = { groupId: string; expression: string; length: number; leadsTo: readonly string[]; others: readonly SynonymTerms[] };
export type Branch = { next: Map<string, Branch>; ending: Ending | null };

/** Groups as they are looked up in: a tree over the words of all expressions. */
export type CompiledSynonyms = { root: Branch; groups: number };

/** What is read of an expression; the operator's form allows less. */
const MAX_EXPRESSION = 200;
const MAX_WORDS = 12;
const LANGUAGES: readonly Language[] = ["es", "en"];

type Variant = { expression: string; language: Language; words: Word[]; terms: string[] };

/** @returns never throws: what has no words in it is left out. Where two groups claim the same words, the first has them. */
export function compileSynonyms(groups: readonly SynonymGroup[]): CompiledSynonyms {
  const root: Branch = { next: new Map(), ending: null };
  const compiled = groups.map(({ id, expressions }) => ({ id, variants: expressions.flatMap(variantsOf) }));
  // All Spanish ones first: an English stem must not take a Spanish expression away from its group.
  for (const language of LANGUAGES) {
    for (const { id, variants } of compiled) {
      for (const variant of variants) if (variant.language === language) plant(root, variant, { groupId: id, variants });
    }
  }
  return { root, groups: groups.length };
}

/** The words of an expression, as they are compared in a text of this language. */
export function wordsOfExpression(expression: string, language: Language): Word[] {
  return wordsOf(tokensOf(cleanText(expression, MAX_EXPRESSION), language));
}

function variantsOf(expression: string): Variant[] {
  return LANGUAGES.map((language) => {
    const words = wordsOfExpression(expression, language).slice(0, MAX_WORDS);
    return { expression, language, words, terms: [...new Set(words.filter(isContent).map(({ term }) => term))] };
  });
}

/** Not in English either: "copia de seguridad" does not look for every English text that has a "de" in it. */
function isContent(word: Word): boolean {
  return !word.isStopWord && !LANGUAGES.some((language) => isStopWord(foldText(word.surface), language));
}

function plant(root: Branch, { expression, words }: Variant, { groupId, variants }: { groupId: string; variants: readonly Variant[] }): void {
  if (words.length === 0) return;
  let branch = root;
  for (const { key } of words) {
    const next: Branch = branch.next.get(key) ?? { next: new Map(), ending: null };
    branch.next.set(key, next);
    branch = next;
  }
  branch.ending ??= { groupId, expression, length: words.length, leadsTo: namesOf(expression, variants), others: othersOf(expression, variants) };
}

/** One of stop words alone leads here, and nothing leads to it. */
function namesOf(expression: string, variants: readonly Variant[]): string[] {
  return [...new Set(variants.filter((each) => each.expression !== expression && each.terms.length > 0).map((each) => each.expression))];
}

function othersOf(expression: string, variants: readonly Variant[]): SynonymTerms[] {
  const own = new Set(variants.filter((each) => each.expression === expression).flatMap(({ terms }) => terms));
  const others = new Map<string, SynonymTerms>();
  for (const { expression: other, terms } of variants) {
    const name = terms.join(" ");
    if (other === expression || terms.every((term) => own.has(term)) || others.has(name)) continue;
    others.set(name, { expression: other, terms });
  }
  return [...others.values()];
}
