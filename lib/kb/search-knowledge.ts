import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import type { Analysis } from "@/lib/search/analysis";
import { KNOWLEDGE_BM25 } from "@/lib/search/bm25";
import { guessLanguage } from "@/lib/search/language";
import { highlight, passageOf } from "@/lib/search/highlight";
import { rankDocuments } from "@/lib/search/ranked-documents";
import { documentFrequencies, inverseFrequencies, statisticsOf } from "@/lib/search/statistics";
import { foldText, plainText } from "@/lib/search/text";
import type { Token } from "@/lib/search/types";
import {
  analyseQuestion,
  correctWord,
  gramsOfQuestion,
  queryTerms,
  rankKnowledge,
  spellQuestion,
  unknownWords,
  weighQuestion,
  type Correction,
  type KnownWord,
  type WeighedTerm,
} from "./knowledge-ranking";
import type { KnowledgeAnswer, KnowledgeHit, KnowledgeKind, KnowledgeSearchInput } from "./search-types";
import { findNearWords, findWordsWithPrefix } from "./vocabulary";
import { loadEntries, type KnowledgeEntry } from "./knowledge-entries";

type Context = { db: Db | Tx; now: Temporal.Instant };

const BOTH_KINDS: readonly KnowledgeKind[] = ["article", "faq"];
const CANDIDATES = 100;
const SEARCH_LIMIT = 10;
const SUGGEST_LIMIT = 5;
const MAX_LIMIT = 50;
/** A pinned or helpful text passes one that is hardly a better match. */
const PINNED_BONUS = 0.02;
const HELPFUL_BONUS = 0.02;
/** A hit that has less than this share of the best one's score is no answer, only a shared word. */
const WORTH_SHOWING = 0.2;

/** Published articles and questions that answer `text`, the best first. */
export async function searchKnowledge({ db, now }: Context, input: KnowledgeSearchInput): Promise<KnowledgeAnswer> {
  const question = analyseQuestion(input.text);
  const { hits, corrections } = await answer({ db, now }, { question, input: { limit: SEARCH_LIMIT, ...input }, isUnfinished: false });
  return { hits, didYouMean: spellQuestion(question, corrections), near: [] };
}

/** The same while the question is being typed: its last word may be the start of a word. */
export async function suggestKnowledge({ db, now }: Context, input: KnowledgeSearchInput): Promise<KnowledgeHit[]> {
  const question = analyseQuestion(input.text);
  const { hits } = await answer({ db, now }, { question, input: { limit: SUGGEST_LIMIT, ...input }, isUnfinished: /[\p{L}\p{N}]$/u.test(question.body) });
  return hits;
}

type Asked = { question: Analysis; input: KnowledgeSearchInput & { limit: number }; isUnfinished: boolean };

async function answer(ctx: Context, { question, input, isUnfinished }: Asked): Promise<{ hits: KnowledgeHit[]; corrections: Correction[] }> {
  const kinds = input.kinds ?? BOTH_KINDS;
  if (question.bodyTokens.length === 0) return { hits: [], corrections: [] };
  const statistics = await statisticsOf(ctx, BOTH_KINDS);
  const { corrections, completions, frequencies } = await widen(ctx, question, isUnfinished);
  const weightOf = inverseFrequencies(statistics.documents, frequencies);
  const terms = weighQuestion(question, { corrections, completions, weightOf }).filter(({ term }) => (frequencies.get(term) ?? 0) > 0);
  const candidates = await rankDocuments(ctx.db, { kinds, terms, averageLength: statistics.averageLength, settings: KNOWLEDGE_BM25, limit: CANDIDATES });
  const ranked = rankKnowledge(candidates, { grams: gramsOfQuestion(question, weightOf), averageGramLength: statistics.averageGramLength });
  const entries = await loadEntries(ctx.db, ranked.slice(0, MAX_LIMIT));
  const limit = Math.min(input.limit, MAX_LIMIT);
  return { hits: breakTies(ranked, entries).slice(0, limit).map(({ entry, score }) => hitOf(entry, score, terms)), corrections };
}

type Widened = { corrections: Correction[]; completions: KnownWord[]; frequencies: Map<string, number> };

/** Looks up how telling the words are, and what those that nobody wrote may stand for. */
async function widen(ctx: Context, question: Analysis, isUnfinished: boolean): Promise<Widened> {
  const frequencies = await documentFrequencies(ctx, BOTH_KINDS, queryTerms(question));
  const last = isUnfinished ? question.bodyTokens.at(-1) : undefined;
  const completions = last ? await findWordsWithPrefix(ctx.db, foldText(last.surface)) : [];
  const isCompleted = (token: Token) => completions.length > 0 && token === last;
  const unknown = unknownWords(question, (term) => (frequencies.get(term) ?? 0) > 0).filter((token) => !isCompleted(token));
  const vocabulary = await findNearWords(ctx.db, unknown.map((token) => foldText(token.surface)));
  const more = await documentFrequencies(ctx, BOTH_KINDS, [...completions, ...[...vocabulary.values()].flat()].map(({ term }) => term));
  for (const [term, documents] of more) frequencies.set(term, documents);
  const isAlive = ({ term }: KnownWord) => (frequencies.get(term) ?? 0) > 0;
  const corrections = unknown.map((token) => correctWord(token, (vocabulary.get(foldText(token.surface)) ?? []).filter(isAlive)));
  return { corrections, completions: completions.filter(isAlive), frequencies };
}

function breakTies(ranked: ReadonlyArray<{ id: string; score: number }>, entries: ReadonlyMap<string, KnowledgeEntry>): Array<{ entry: KnowledgeEntry; score: number }> {
  const best = ranked[0]?.score ?? 0;
  return ranked
    .flatMap(({ id, score }) => {
      const entry = entries.get(id);
      return entry && score >= best * WORTH_SHOWING ? [{ entry, score, order: score + (entry.isPinned ? PINNED_BONUS : 0) + HELPFUL_BONUS * entry.helpfulShare }] : [];
    })
    .sort((a, b) => b.order - a.order);
}

function hitOf(entry: KnowledgeEntry, score: number, terms: readonly WeighedTerm[]): KnowledgeHit {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const weightOf = (token: Token) => weights.get(token.term) ?? 0;
  const language = guessLanguage(`${entry.title}\n${entry.body.slice(0, 1_000)}`);
  return {
    kind: entry.kind,
    id: entry.id,
    slug: entry.slug,
    title: entry.title,
    category: entry.category,
    score,
    titleSegments: highlight(entry.title, language, (token) => weightOf(token) > 0),
    passage: passageOf({ text: plainText(entry.body), language }, weightOf),
  };
}
