import { TITLE_WEIGHT } from "./analysis";
import { termScore, type Bm25Settings } from "./bm25";
import type { TextStore } from "./text-store";

type Question = {
  store: TextStore;
  /** Of each text, how many grams it has, and on average. */
  lengths: readonly number[];
  averageLength: number;
  /** Of a body, this many words are compared. */
  gramTokens: number;
  positions: readonly number[];
  /** By gram id. */
  weights: ReadonlyMap<number, number>;
  settings: Bm25Settings;
};

/** BM25 over the 4-grams of the texts at some positions, in their order. */
export function gramScores({ store, lengths, averageLength, gramTokens, positions, weights, settings }: Question): number[] {
  const weightOfGram = new Float64Array(store.gramCount);
  for (const [gram, weight] of weights) weightOfGram[gram] = weight;
  const counts = new Uint16Array(store.gramCount);
  // Most words share no gram with the question: they are looked at once.
  const isStrange = new Uint8Array(store.words);
  return positions.map((at) => {
    const touched: number[] = [];
    const count = (words: Int32Array, amount: number) => {
      for (let place = 0; place < words.length; place += 1) {
        const word = words[place]!;
        if (isStrange[word] === 1) continue;
        let isAsked = false;
        for (const gram of store.gramsOf(word)) {
          if (weightOfGram[gram] === 0) continue;
          isAsked = true;
          if (counts[gram] === 0) touched.push(gram);
          counts[gram]! += amount;
        }
        if (!isAsked) isStrange[word] = 1;
      }
    };
    count(store.titleAt(at), TITLE_WEIGHT);
    count(store.bodyAt(at, gramTokens), 1);
    const length = lengths[at]!;
    let score = 0;
    for (const gram of touched) {
      score += weightOfGram[gram]! * termScore({ frequency: counts[gram]!, length, averageLength }, settings);
      counts[gram] = 0;
    }
    return score;
  });
}
