import { analyseText, type Analysis } from "@/lib/search/analysis";
import { MIN_CORRECTED_LENGTH, type NearWord } from "@/lib/search/near-words";
import { foldText } from "@/lib/search/text";
import type { TextIndex } from "@/lib/search/text-index";
import type { Token } from "@/lib/search/types";
import type { KnownWord, Vocabulary } from "@/lib/search/vocabulary";

/** A question is short; what is longer is a pasted text, and its first words say what it is about. */
export const MAX_QUERY_LENGTH = 1_000;
const MAX_SLOTS = 40;
const MAX_CORRECTED_WORDS = 8;
/** What a misspelt word is worth as the only one it can have been. */
const SURE_CORRECTION = 0.95;
const MAX_COMPLETIONS = 8;
/** What an unfinished last word is worth as one of the words that it may become. */
const COMPLETION_WORTH = 0.6;

/** One thing asked for: the term itself (worth 1) and what may stand in its place. `weight` is that of the most telling of them. */
export type Slot = { surface: string; folded: string; alternatives: Map<number, number>; weight: number };

export type Correction = { token: Token; near: Array<NearWord & KnownWord> };

/** Terms that the operator says may stand for some tokens of the question, each with its worth. */
export type Synonym = { tokens: readonly Token[]; terms: ReadonlyArray<{ term: string; worth: number }> };

export type Question = { analysis: Analysis; slots: Slot[]; corrections: Correction[] };

export function analyseQuestion(text: string): Analysis {
  return analyseText({ title: "", body: text.slice(0, MAX_QUERY_LENGTH) });
}

/** What is asked for, in the index's terms. `isUnfinished` when the last word may be the beginning of one. */
export function readQuestion(
  index: TextIndex,
  analysis: Analysis,
  { vocabulary, synonyms = [], isUnfinished }: { vocabulary: Vocabulary; synonyms?: readonly Synonym[]; isUnfinished: boolean },
): Question {
  const last = isUnfinished ? analysis.bodyTokens.at(-1) : undefined;
  const wanted = analysis.bodyTokens.filter((token) => analysis.terms.has(token.term) && (!token.isStopWord || onlyStopWords(analysis)));
  const slots: Slot[] = [];
  const byTerm = new Map<string, Slot>();
  const corrections: Correction[] = [];
  for (const token of wanted) {
    if (slots.length >= MAX_SLOTS || byTerm.has(token.term)) continue;
    const slot = newSlot(index, vocabulary, token);
    const completions = token === last ? vocabulary.completions(foldText(token.surface), MAX_COMPLETIONS) : [];
    for (const { term } of completions) allow(index, slot, term, COMPLETION_WORTH);
    if (completions.length === 0 && isMisspelt(index, token) && corrections.length < MAX_CORRECTED_WORDS) {
      // The list of words may be older than the last removal: what no text holds any more is not offered.
      const near = vocabulary.near(foldText(token.surface)).filter(({ term }) => index.documentsWith(term) > 0);
      corrections.push({ token, near });
      for (const { term, weight } of near) allow(index, slot, term, weight);
      // One word is one letter away: that is what was meant, and how it is compared.
      if (near[0]?.edits === 1 && near[1]?.edits !== 1) {
        allow(index, slot, near[0].term, SURE_CORRECTION);
        slot.folded = near[0].word;
        slot.surface = near[0].surface;
      }
    }
    slots.push(slot);
    byTerm.set(token.term, slot);
  }
  for (const synonym of synonyms) {
    for (const token of synonym.tokens) {
      const slot = byTerm.get(token.term);
      // A word that the question has itself stands for itself already.
      if (slot) for (const { term, worth } of synonym.terms) if (!byTerm.has(term)) allow(index, slot, term, worth);
    }
  }
  return { analysis, slots: slots.filter(({ weight }) => weight > 0), corrections };
}

/** The question with its unknown words put right, or null when nothing was put right. */
export function spellQuestion({ analysis, corrections }: Question): string | null {
  const bySurface = new Map(corrections.flatMap(({ token, near }) => (near[0] ? [[foldText(token.surface), near[0].surface] as const] : [])));
  if (bySurface.size === 0) return null;
  let spelled = "";
  let at = 0;
  for (const token of analysis.bodyTokens) {
    const right = bySurface.get(foldText(token.surface));
    if (right === undefined || token.start < at) continue;
    spelled += analysis.body.slice(at, token.start) + right;
    at = token.end;
  }
  return (spelled + analysis.body.slice(at)).trim();
}

function onlyStopWords({ bodyTokens }: Analysis): boolean {
  return bodyTokens.every((token) => token.isStopWord);
}

function newSlot(index: TextIndex, vocabulary: Vocabulary, token: Token): Slot {
  const lower = token.surface.toLowerCase();
  const folded = foldText(token.surface);
  // Whoever types without accents means the word as it is written.
  const surface = lower === folded ? (vocabulary.spellingOf(folded) ?? lower) : lower;
  const slot: Slot = { surface, folded, alternatives: new Map(), weight: 0 };
  const term = index.termId(token.term);
  if (term !== undefined && index.documentsWith(token.term) > 0) {
    slot.alternatives.set(term, 1);
    slot.weight = index.weightOf(term);
  } else slot.weight = index.weightOfUnknown();
  return slot;
}

function allow(index: TextIndex, slot: Slot, term: string, worth: number): void {
  const id = index.termId(term);
  if (id === undefined || index.documentsWith(term) === 0) return;
  if (slot.alternatives.size === 0) slot.weight = index.weightOf(id);
  slot.alternatives.set(id, Math.max(slot.alternatives.get(id) ?? 0, worth));
}

/** A word that no text holds and that may be a slip of the pen. */
function isMisspelt(index: TextIndex, token: Token): boolean {
  return !token.isStopWord && !token.identifier && token.surface.length >= MIN_CORRECTED_LENGTH && /^\p{L}+$/u.test(token.surface) && index.documentsWith(token.term) === 0;
}
