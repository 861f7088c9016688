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
  const count = counterOf(store, [...weights.keys()]);
  const weightOf = Float64Array.from(weights.values());
  return positions.map((at) => {
    const counts = count.begin();
    count.add(store.titleAt(at), TITLE_WEIGHT);
    count.add(store.bodyAt(at, gramTokens), 1);
    const length = lengths[at]!;
    let score = 0;
    for (let asked = 0; asked < counts.length; asked += 1) {
      const frequency = counts[asked]!;
      if (frequency > 0) score += weightOf[asked]! * termScore({ frequency, length, averageLength }, settings);
    }
    return score;
  });
}

/** Counts the grams that are asked for, each in its own place, in the words of one text after the other. */
function counterOf(store: TextStore, asked: readonly number[]): { begin: () => Uint32Array; add: (words: Int32Array, amount: number) => void } {
  // One bit a gram, which fits where the processor reads fastest; the place of the few that are asked for stands elsewhere.
  const isAsked = new Uint32Array((store.gramCount >>> 5) + 1);
  for (const gram of asked) isAsked[gram >>> 5]! |= 1 << (gram & 31);
  const placeOf = new Map(asked.map((gram, place) => [gram, place]));
  const counts = new Uint32Array(asked.length);
  const grams = store.allGrams;
  // Most words share no gram with the question: they are looked at once. Those that do keep which.
  // A few hundred texts of a few hundred words each stay below its 65,536 rows.
  const rowOf = new Uint16Array(store.words);
  const rows: number[][] = [[], []];

  function rowFor(word: number): number {
    const places: number[] = [];
    const end = store.gramEnd(word);
    for (let next = store.gramStart(word); next < end; next += 1) {
      const gram = grams[next]!;
      if ((isAsked[gram >>> 5]! & (1 << (gram & 31))) !== 0) places.push(placeOf.get(gram)!);
    }
    return places.length === 0 ? STRANGE : rows.push(places) - 1;
  }

  return {
    begin: () => counts.fill(0),
    add(words, amount) {
      for (let next = 0; next < words.length; next += 1) {
        const word = words[next]!;
        let row = rowOf[word]!;
        if (row === STRANGE) continue;
        if (row === 0) rowOf[word] = row = rowFor(word);
        if (row === STRANGE) continue;
        for (const place of rows[row]!) counts[place]! += amount;
      }
    },
  };
}

/** The row of a word with none of the grams; 0 is that of one that was not looked at yet. */
const STRANGE = 1;
