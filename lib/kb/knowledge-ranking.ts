import { analyseText, type Analysis } from "@/lib/search/analysis";
import { KNOWLEDGE_BM25, queryWeight } from "@/lib/search/bm25";
import { MIN_CORRECTED_LENGTH, nearWords, type NearWord } from "@/lib/search/near-words";
import { gramQueryOf, gramScore, packGrams, type GramQuery, type PackedGrams } from "@/lib/search/packed-grams";
import { foldText } from "@/lib/search/text";
import type { Token } from "@/lib/search/types";

/** The part of an article whose grams are kept. */
export const KNOWLEDGE_GRAM_LENGTH = 1_500;
/** A question is short; what is longer is a pasted text, and its first words say what it is about. */
export const MAX_QUERY_LENGTH = 1_000;
const MAX_QUERY_TERMS = 40;
const MAX_CORRECTED_WORDS = 8;
/** What an unfinished last word is worth as one of the words that it may become. */
const COMPLETION_WEIGHT = 0.6;

/** A word of the public texts: folded, its term, and how it is written. */
export type KnownWord = { word: string; term: string; surface: string };

export type WeighedTerm = { term: string; weight: number };

export function analyseQuestion(text: string): Analysis {
  return analyseText({ title: "", body: text.slice(0, MAX_QUERY_LENGTH) });
}

export function queryTerms(question: Analysis): string[] {
  return [...question.terms.keys()].slice(0, MAX_QUERY_TERMS);
}

/** Words that no text holds and that may be slips of the pen. */
export function unknownWords(question: Analysis, isKnown: (term: string) => boolean): Token[] {
  const words = new Map<string, Token>();
  for (const token of question.bodyTokens) {
    if (token.isStopWord || token.identifier || token.surface.length < MIN_CORRECTED_LENGTH || isKnown(token.term)) continue;
    if (/^\p{L}+$/u.test(token.surface) && words.size < MAX_CORRECTED_WORDS) words.set(foldText(token.surface), token);
  }
  return [...words.values()];
}

export type Correction = { token: Token; near: Array<NearWord & KnownWord> };

export function correctWord(token: Token, vocabulary: readonly KnownWord[]): Correction {
  const byWord = new Map(vocabulary.map((known) => [known.word, known]));
  const near = nearWords(foldText(token.surface), byWord.keys()).flatMap((found) => {
    const known = byWord.get(found.word);
    return known ? [{ ...found, ...known }] : [];
  });
  return { token, near };
}

/** The terms to look for: the question's own, those of the words that an unknown one may stand for, and completions of the last. */
export function weighQuestion(
  question: Analysis,
  { corrections, completions, weightOf }: { corrections: readonly Correction[]; completions: readonly KnownWord[]; weightOf: (term: string) => number },
): WeighedTerm[] {
  const weights = new Map<string, number>();
  const raise = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  for (const term of queryTerms(question)) raise(term, queryWeight(question.terms.get(term) ?? 1) * weightOf(term));
  for (const { near } of corrections) for (const { term, weight } of near) raise(term, weight * weightOf(term));
  for (const { term } of completions) raise(term, COMPLETION_WEIGHT * weightOf(term));
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

export type KnowledgeCandidate = { id: string; termScore: number; grams: PackedGrams };

/** Likeness by words and likeness by 4-grams, each against its best, together 0 to 1. */
export function rankKnowledge<C extends KnowledgeCandidate>(
  candidates: readonly C[],
  { grams, averageGramLength }: { grams: GramQuery; averageGramLength: number },
): Array<C & { score: number }> {
  const gramScores = candidates.map((candidate) => gramScore(grams, candidate.grams, averageGramLength, KNOWLEDGE_BM25));
  const bestGrams = Math.max(...gramScores, Number.MIN_VALUE);
  const bestTerms = candidates.reduce((best, { termScore }) => Math.max(best, termScore), Number.MIN_VALUE);
  return candidates
    .map((candidate, at) => ({ ...candidate, score: (candidate.termScore / bestTerms + (gramScores[at] ?? 0) / bestGrams) / 2 }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

export function gramsOfQuestion(question: Analysis, weightOf: (term: string) => number): GramQuery {
  return gramQueryOf(question, (token) => weightOf(token.term), MAX_QUERY_LENGTH);
}

export function packKnowledgeGrams(text: Analysis): PackedGrams {
  return packGrams(text, KNOWLEDGE_GRAM_LENGTH);
}

/** The question with its unknown words put right, or null when nothing was put right. */
export function spellQuestion(question: Analysis, corrections: readonly Correction[]): string | null {
  const bySurface = new Map(corrections.flatMap(({ token, near }) => (near[0] ? [[foldText(token.surface), near[0].surface] as const] : [])));
  if (bySurface.size === 0) return null;
  let spelled = "";
  let at = 0;
  for (const token of question.bodyTokens) {
    const right = bySurface.get(foldText(token.surface));
    if (right === undefined || token.start < at) continue;
    spelled += question.body.slice(at, token.start) + right;
    at = token.end;
  }
  return (spelled + question.body.slice(at)).trim();
}
