import type { Analysis } from "@/lib/search/analysis";
import { termScore, type Bm25Settings } from "@/lib/search/bm25";

/** The postings of a set, in memory: what the database answers for the product. */
export class MemoryIndex {
  readonly averageLength: number;
  private readonly postings = new Map<string, Array<{ at: number; frequency: number }>>();
  private readonly lengths: number[];

  constructor(texts: readonly Analysis[]) {
    this.lengths = texts.map((text) => text.length);
    this.averageLength = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
    texts.forEach((text, at) => {
      for (const [term, frequency] of text.terms) {
        const list = this.postings.get(term) ?? [];
        if (list.length === 0) this.postings.set(term, list);
        list.push({ at, frequency });
      }
    });
  }

  documentsWith(term: string): number {
    return this.postings.get(term)?.length ?? 0;
  }

  /** The best `limit` texts before `before`. */
  search(terms: ReadonlyArray<{ term: string; weight: number }>, settings: Bm25Settings, { before, limit }: { before: number; limit: number }): Array<{ at: number; score: number }> {
    const scores = new Map<number, number>();
    for (const { term, weight } of terms) {
      for (const { at, frequency } of this.postings.get(term) ?? []) {
        if (at >= before) break;
        const score = termScore({ frequency, length: this.lengths[at] ?? 0, averageLength: this.averageLength }, settings);
        scores.set(at, (scores.get(at) ?? 0) + weight * score);
      }
    }
    return [...scores].map(([at, score]) => ({ at, score })).sort((a, b) => b.score - a.score).slice(0, limit);
  }
}
