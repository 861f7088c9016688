import "server-only";
import type { Analysis } from "@/lib/search/analysis";
import { flatText, matchRanges, passageOf, segmentsOf } from "@/lib/search/highlight";
import { liveIndex, type IndexView } from "@/lib/search/live-index";
import type { TextIndex } from "@/lib/search/text-index";
import { plainText } from "@/lib/search/text";
import type { SearchKind } from "@/lib/search/types";
import type { CompiledSynonyms } from "@/lib/synonyms/compile-synonyms";
import { synonymsIn } from "@/lib/synonyms/find-synonyms";
import { loadSynonyms } from "@/lib/synonyms/load-synonyms";
import { worthOf } from "@/lib/synonyms/worth";
import { loadEntries, type KnowledgeEntry } from "./knowledge-entries";
import { rankKnowledge, type KnowledgeCandidate } from "./knowledge-ranking";
import { matchesIn, surfacesOf } from "./matches";
import { nearTexts } from "./near-texts";
import { vocabularyOf } from "./public-vocabulary";
import { analyseQuestion, readQuestion, spellQuestion, type Question, type Synonym } from "./question";
import { textsFor } from "./readable-texts";
import { audiencesOfReader, type KnowledgeReader } from "./reader";
import type { KnowledgeAnswer, KnowledgeHit, KnowledgeKind, KnowledgeSearchInput } from "./search-types";

const SEARCH_LIMIT = 10;
const SUGGEST_LIMIT = 5;
const NEAR_LIMIT = 4;
const MAX_LIMIT = 100;
/** A pinned or helpful text passes one that is hardly a better match: within a tenth of its score. */
const PINNED_BONUS = 0.06;
const HELPFUL_BONUS = 0.06;
/** A hit that has less than this share of the best one's score is no answer, only a shared word. */
const WORTH_SHOWING = 0.002;

/** Published articles and questions, of those that the reader may read, that answer `text`, the best first. */
export async function searchKnowledge(reader: KnowledgeReader, input: KnowledgeSearchInput): Promise<KnowledgeAnswer> {
  const asked = await ask(reader, { input, isFinished: true });
  if (!asked) return { hits: [], didYouMean: null, near: [] };
  const hits = await answer(reader, asked, rankKnowledge(asked.view.index, asked.question, asked), input.limit ?? SEARCH_LIMIT);
  const near = hits.length > 0 ? [] : await answer(reader, asked, nearTexts(asked.view.index, asked.question.analysis, asked), NEAR_LIMIT);
  return { hits, didYouMean: spellQuestion(asked.question), near };
}

/** The same while the question is being typed: its last word may be the start of a word. */
export async function suggestKnowledge(reader: KnowledgeReader, input: KnowledgeSearchInput): Promise<KnowledgeHit[]> {
  const asked = await ask(reader, { input, isFinished: false });
  return asked ? answer(reader, asked, rankKnowledge(asked.view.index, asked.question, asked), input.limit ?? SUGGEST_LIMIT) : [];
}

/** Ids of the published texts that answer `text`, the best first: what `searchKnowledge` loads and shows, ties apart. */
export async function rankArticles(reader: KnowledgeReader, input: KnowledgeSearchInput): Promise<Array<{ id: string; score: number }>> {
  const asked = await ask(reader, { input, isFinished: true });
  if (!asked) return [];
  return rankKnowledge(asked.view.index, asked.question, asked).map(({ at, score }) => ({ id: asked.view.index.idAt(at), score }));
}

type Asked = { view: IndexView; question: Question; accepts: (at: number) => boolean };

async function ask(reader: KnowledgeReader, { input, isFinished }: { input: KnowledgeSearchInput; isFinished: boolean }): Promise<Asked | null> {
  const analysis = analyseQuestion(input.text);
  if (analysis.bodyTokens.length === 0) return null;
  const { db } = reader;
  const view = await liveIndex(db, await textsFor(db, audiencesOfReader(reader))).current();
  const question = readQuestion(view.index, analysis, {
    vocabulary: vocabularyOf(view.index),
    synonyms: synonymsOf(analysis, await loadSynonyms(db)),
    isUnfinished: !isFinished && /[\p{L}\p{N}]$/u.test(analysis.body),
  });
  return { view, question, accepts: (at) => input.kinds === undefined || input.kinds.includes(knowledgeKind(view.kindAt(at))) };
}

function synonymsOf({ bodyTokens }: Analysis, synonyms: CompiledSynonyms): Synonym[] {
  return synonymsIn(bodyTokens, synonyms).map(({ tokens, others }) => ({
    tokens: tokens.flatMap((at) => bodyTokens[at] ?? []),
    terms: others.flatMap((other) => other.terms.map((term) => ({ term, worth: worthOf(other) }))),
  }));
}

/** Articles are one kind to whoever searches, for whomever they are. */
function knowledgeKind(kind: SearchKind): KnowledgeKind {
  return kind === "faq" ? "faq" : "article";
}

async function answer(reader: KnowledgeReader, { view, question }: Asked, candidates: readonly Pick<KnowledgeCandidate, "at" | "score">[], limit: number): Promise<KnowledgeHit[]> {
  const audiences = audiencesOfReader(reader);
  const worthy = candidates.filter(({ score }) => score >= WORTH_SHOWING).slice(0, MAX_LIMIT);
  const idsOf = (some: typeof worthy) => some.map(({ at }) => ({ id: view.index.idAt(at) }));
  const near = worthy.slice(0, reachOf(worthy, limit));
  const found = await loadEntries(reader.db, idsOf(near), audiences);
  // Some may have been taken back a moment ago: then the ones behind them are wanted too.
  const entries = found.size === near.length ? found : await loadEntries(reader.db, idsOf(worthy), audiences);
  const weights = termWeights(view.index, question);
  return worthy
    .flatMap(({ at, score }) => {
      const entry = entries.get(view.index.idAt(at));
      return entry ? [{ entry, at, score, order: Math.log(score) + (entry.isPinned ? PINNED_BONUS : 0) + HELPFUL_BONUS * entry.helpfulShare }] : [];
    })
    .sort((a, b) => b.order - a.order)
    .slice(0, Math.min(limit, MAX_LIMIT))
    .map(({ entry, at, score }) => hitOf(entry, { score, weights, surfaces: surfacesOf(view.index, at, weights) }));
}

/** How many of the best may stand among the first `limit` once pinned and helpful ones have passed others. */
function reachOf(worthy: readonly Pick<KnowledgeCandidate, "score">[], limit: number): number {
  const last = worthy[limit - 1]?.score ?? 0;
  const least = last * Math.exp(-1.01 * (PINNED_BONUS + HELPFUL_BONUS));
  const beyond = worthy.findIndex(({ score }) => score < least);
  return beyond === -1 ? worthy.length : beyond;
}

/** What each term of the question and of what may stand in its place weighs, for marking and for the passage. */
function termWeights(index: TextIndex, { slots }: Question): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { alternatives } of slots) {
    for (const [term, worth] of alternatives) weights.set(index.terms[term] ?? "", worth * index.weightOf(term));
  }
  return weights;
}

function hitOf(entry: KnowledgeEntry, { score, weights, surfaces }: { score: number; weights: ReadonlyMap<string, number>; surfaces: ReadonlyMap<string, string> }): KnowledgeHit {
  const flat = flatText(plainText(entry.body));
  return {
    kind: entry.kind,
    id: entry.id,
    slug: entry.slug,
    title: entry.title,
    category: entry.category,
    audience: entry.audience,
    score,
    titleSegments: segmentsOf(entry.title, matchRanges(matchesIn(entry.title, surfaces), () => true)),
    passage: passageOf({ flat, tokens: matchesIn(flat, surfaces) }, (token) => weights.get(token.term) ?? 0),
  };
}
