import { analyseText } from "@/lib/search/analysis";
import { inverseFrequency, KNOWLEDGE_BM25 } from "@/lib/search/bm25";
import { foldText } from "@/lib/search/text";
import {
  analyseQuestion,
  correctWord,
  gramsOfQuestion,
  packKnowledgeGrams,
  rankKnowledge,
  unknownWords,
  weighQuestion,
  type KnownWord,
} from "@/lib/kb/knowledge-ranking";
import type { Analysis } from "@/lib/search/analysis";
import { MemoryIndex } from "./memory-index";
import type { EvalDocument, EvalQuery, RunLine } from "./sets";

const CANDIDATES = 100;

/** Runs questions through the knowledge-base search's rules. */
export function runKnowledge(documents: readonly EvalDocument[], queries: readonly EvalQuery[]): RunLine[] {
  const texts = documents.map(({ title, body }) => analyseText({ title, body }));
  const grams = texts.map(packKnowledgeGrams);
  const index = new MemoryIndex(texts);
  const averageGramLength = grams.reduce((sum, { length }) => sum + length, 0) / Math.max(1, grams.length);
  const weightOf = (term: string) => inverseFrequency({ documents: documents.length, withTerm: index.documentsWith(term) });
  const vocabulary = vocabularyOf(texts);

  return queries.map((query) => {
    const question = analyseQuestion(query.text ?? "");
    const unknown = unknownWords(question, (term) => index.documentsWith(term) > 0);
    const corrections = unknown.map((token) => correctWord(token, wordsAbout(vocabulary, token.surface.length)));
    const terms = weighQuestion(question, { corrections, completions: [], weightOf });
    const candidates = index.search(terms, KNOWLEDGE_BM25, { before: Number.POSITIVE_INFINITY, limit: CANDIDATES }).flatMap((hit) => {
      const packed = grams[hit.at];
      return packed ? [{ id: documents[hit.at]?.id ?? "", termScore: hit.score, grams: packed }] : [];
    });
    const ranked = rankKnowledge(candidates, { grams: gramsOfQuestion(question, weightOf), averageGramLength });
    return { id: query.id, hits: ranked.map(({ id, score }) => ({ id, score })) };
  });
}

function vocabularyOf(texts: readonly Analysis[]): Map<number, KnownWord[]> {
  const words = new Map<string, KnownWord>();
  for (const text of texts) {
    for (const token of [...text.titleTokens, ...text.bodyTokens]) {
      if (!token.isStopWord && !token.identifier) words.set(foldText(token.surface), { word: foldText(token.surface), term: token.term, surface: token.surface });
    }
  }
  return Map.groupBy(words.values(), (known) => known.word.length);
}

function wordsAbout(vocabulary: Map<number, KnownWord[]>, length: number): KnownWord[] {
  return [-2, -1, 0, 1, 2].flatMap((more) => vocabulary.get(length + more) ?? []);
}
