import type { Analysis } from "@/lib/search/analysis";
import { gramsOf } from "@/lib/search/grams";
import { foldText } from "@/lib/search/text";
import type { TextIndex } from "@/lib/search/text-index";

/** A text that shares less than this of the question's letters is not near, only another text. */
const LEAST_LIKENESS = 0.1;

/** Where no word was found: the texts whose titles look most like the question, letter by letter. Titles alone, so that it stays quick. */
export function nearTexts(index: TextIndex, { bodyTokens }: Pick<Analysis, "bodyTokens">, { accepts }: { accepts: (at: number) => boolean }): Array<{ at: number; score: number }> {
  const weights = new Map<number, number>();
  for (const { surface, isStopWord } of bodyTokens) {
    if (isStopWord) continue;
    for (const gram of gramsOf(foldText(surface))) {
      const id = index.gramId(gram);
      if (id !== undefined) weights.set(id, index.gramWeightOf(id));
    }
  }
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return [];
  const found: Array<{ at: number; score: number }> = [];
  for (let at = 0; at < index.span; at += 1) {
    if (!index.isLiveAt(at) || !accepts(at)) continue;
    const shared = new Set<number>();
    for (const word of index.titleAt(at)) for (const gram of index.gramsOf(word)) if (weights.has(gram)) shared.add(gram);
    let score = 0;
    for (const gram of shared) score += weights.get(gram) ?? 0;
    if (score / all >= LEAST_LIKENESS) found.push({ at, score: score / all });
  }
  return found.sort((a, b) => b.score - a.score || a.at - b.at);
}
