import { gramsOf } from "./grams";
import { GrowingList } from "./growing-list";
import { decodeToken, encodeToken, type IndexedToken } from "./indexed-tokens";
import { foldText } from "./text";

/** What is known of texts that are not in the index: of a language, or of public texts. Counts are added to the index's own. */
export type Prior = {
  documents: number;
  averageLength: number;
  averageGramLength: number;
  frequencyOf(term: string): number;
  gramFrequencyOf(gram: string): number;
};

export const NO_PRIOR: Prior = { documents: 0, averageLength: 0, averageGramLength: 0, frequencyOf: () => 0, gramFrequencyOf: () => 0 };

/** Words by number, each with its term and its grams: what the texts of an index are made of. Only ever grows. */
export class Lexicon {
  readonly terms: string[] = [];
  protected readonly grams: string[] = [];
  protected readonly surfaces: string[] = [];
  private readonly termOfWord = new GrowingList();
  /** The grams of all words, one word's after the other's, and by word where its own end: a text is read by thousands of them. */
  private readonly gramList = new GrowingList();
  private readonly gramEnds = new GrowingList();
  protected readonly priorOfTerm: number[] = [];
  protected readonly priorOfGram: number[] = [];
  /** By a word as it is stored. */
  private readonly wordIds = new Map<string, number>();
  private readonly termIds = new Map<string, number>();
  private readonly gramIds = new Map<string, number>();

  constructor(readonly prior: Prior = NO_PRIOR) {}

  /** Words ever taken in: tells whether a list made of `vocabulary` is of today. */
  get words(): number {
    return this.surfaces.length;
  }

  get gramCount(): number {
    return this.grams.length;
  }

  /** Takes in the words of a text that is not added: what a question is compared by. */
  wordsOf(tokens: readonly IndexedToken[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.wordIdOf(token));
  }

  termOf(word: number): number {
    return this.termOfWord.values[word]!;
  }

  /** A word as it is written, in lower case. */
  surfaceOf(word: number): string {
    return this.surfaces[word]!;
  }

  /** A view that must not be written to. */
  gramsOf(word: number): Int32Array {
    return this.gramList.values.subarray(this.gramStart(word), this.gramEnd(word));
  }

  /** For whoever reads thousands: the grams of a word are those of `allGrams` from its start to before its end. */
  get allGrams(): Int32Array {
    return this.gramList.values;
  }

  gramStart(word: number): number {
    return word === 0 ? 0 : this.gramEnds.values[word - 1]!;
  }

  gramEnd(word: number): number {
    return this.gramEnds.values[word]!;
  }

  termId(term: string): number | undefined {
    return this.termIds.get(term);
  }

  gramId(gram: string): number | undefined {
    return this.gramIds.get(gram);
  }

  protected wordIdOf({ surface, term }: IndexedToken): number {
    return this.wordIdFor(encodeToken({ surface, term }), surface, term);
  }

  protected wordIdsOf(line: string): number[] {
    if (line === "") return [];
    return line.split(" ").map((word) => {
      const known = this.wordIds.get(word);
      if (known !== undefined) return known;
      const own = ownText(word);
      const { surface, term } = decodeToken(own);
      return this.wordIdFor(own, surface, term);
    });
  }

  private wordIdFor(key: string, surface: string, term: string): number {
    const known = this.wordIds.get(key);
    if (known !== undefined) return known;
    const id = this.surfaces.length;
    this.wordIds.set(key, id);
    this.surfaces.push(surface);
    this.termOfWord.push(this.termIdOf(term));
    for (const gram of gramsOf(foldText(surface))) this.gramList.push(this.gramIdOf(gram));
    this.gramEnds.push(this.gramList.length);
    return id;
  }

  private termIdOf(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.termIds.set(term, id);
    this.terms.push(term);
    this.priorOfTerm.push(this.prior.frequencyOf(term));
    return id;
  }

  private gramIdOf(gram: string): number {
    const known = this.gramIds.get(gram);
    if (known !== undefined) return known;
    const id = this.grams.length;
    this.gramIds.set(gram, id);
    this.grams.push(gram);
    this.priorOfGram.push(this.prior.gramFrequencyOf(gram));
    return id;
  }
}

/** A piece of a long string keeps all of it in memory: a copy does not. */
function ownText(piece: string): string {
  return ` ${piece}`.slice(1);
}
