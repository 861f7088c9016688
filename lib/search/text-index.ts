import { TITLE_WEIGHT } from "./analysis";
import { termScore, type Bm25Settings } from "./bm25";
import { gramsOf } from "./grams";
import { foldText } from "./text";
import { decodeToken, encodeToken, type IndexedTokens, type IndexedToken } from "./indexed-tokens";
import { Tally } from "./tally";

/** Grams are taken of the title and of this many tokens of the body: what is said first. */
const GRAM_TOKENS = 70;
/** A posting is `document * 256 + frequency`: a small integer, so that a list of them costs eight bytes each. */
const FREQUENCY_BITS = 8;
const FREQUENCY_MASK = 255;
/** In the place of a score: a text that is not asked for. */
const REFUSED = -1;

/** What is known of texts that are not in the index: of a language, or of public texts. Counts are added to the index's own. */
export type Prior = {
  documents: number;
  averageLength: number;
  averageGramLength: number;
  frequencyOf(term: string): number;
  gramFrequencyOf(gram: string): number;
};

export const NO_PRIOR: Prior = { documents: 0, averageLength: 0, averageGramLength: 0, frequencyOf: () => 0, gramFrequencyOf: () => 0 };

export type WeightedId = { term: number; frequency: number; weight: number };
export type Hit = { at: number; score: number };

/**
 * Texts in memory, each as the sequence of its words; every word knows its term and its grams, so that a text costs four bytes a word.
 * Inverted for finding, forward for comparing. Ids of words, terms and grams are the index's own. Not bound to any database.
 */
export class TextIndex {
  readonly prior: Prior;
  /** Of a body, this many words are compared by their grams. */
  private readonly gramTokens: number;
  /** By a word as it is stored. */
  private readonly wordIds = new Map<string, number>();
  private readonly termIds = new Map<string, number>();
  private readonly gramIds = new Map<string, number>();
  readonly terms: string[] = [];
  private readonly grams: string[] = [];
  private readonly surfaces: string[] = [];
  private readonly termOfWord: number[] = [];
  private readonly gramsOfWord: Int32Array[] = [];
  /** By word, the last text whose grams were counted with it: a word that stands there twice is counted once. */
  private readonly lastTextOfWord: number[] = [];
  private readonly postings: number[][] = [];
  private readonly termDocuments: number[] = [];
  /** By gram, side by side because they are read together: the last text that was found to hold it (position + 1), and how many do. */
  private gramUses = new Int32Array(2_048);
  private readonly priorOfTerm: number[] = [];
  private readonly priorOfGram: number[] = [];

  private readonly positions = new Map<string, number>();
  private readonly ids: string[] = [];
  private readonly lengths: number[] = [];
  private readonly gramLengths: number[] = [];
  private readonly starts: number[] = [0];
  private readonly titleEnds: number[] = [];
  private readonly isRemoved: boolean[] = [];
  private arena = new Int32Array(1_024);
  private readonly tally = new Tally();
  private saturations = { k1: 0, b: 0, averageLength: 0, span: 0, values: new Float64Array(0) };
  private live = 0;
  private totalLength = 0;
  private totalGramLength = 0;

  constructor(prior: Prior = NO_PRIOR, gramTokens = GRAM_TOKENS) {
    this.gramTokens = gramTokens;
    this.prior = prior;
  }

  /** Live texts. */
  get documents(): number {
    return this.live;
  }

  /** Positions ever given, those of removed texts included; positions ascend in the order of adding. */
  get span(): number {
    return this.ids.length;
  }

  get averageLength(): number {
    return this.average(this.totalLength, this.prior.averageLength, 40);
  }

  get averageGramLength(): number {
    return this.average(this.totalGramLength, this.prior.averageGramLength, 200);
  }

  /** Adds a text, or puts it in the place of the one with the same id (at a new position). */
  add(id: string, { title, body }: IndexedTokens): void {
    this.place(id, title.map((token) => this.wordIdOf(token)), body.map((token) => this.wordIdOf(token)));
  }

  /** The same for a text as it is stored: see `encodeTokens`. */
  addStored(id: string, stored: string): void {
    const [title = "", body = ""] = stored.split("\n");
    this.place(id, this.wordIdsOf(title), this.wordIdsOf(body));
  }

  private place(id: string, title: readonly number[], body: readonly number[]): void {
    this.remove(id);
    const at = this.ids.length;
    const start = this.starts[at] ?? 0;
    this.reserve(start + title.length + body.length);
    this.arena.set(title, start);
    this.arena.set(body, start + title.length);
    this.titleEnds.push(start + title.length);
    this.starts.push(start + title.length + body.length);
    this.ids.push(id);
    this.isRemoved.push(false);
    this.positions.set(id, at);
    this.live += 1;
    this.countTermsOf(at, title, body);
    this.countGramsOf(at, title, body);
  }

  private countTermsOf(at: number, title: readonly number[], body: readonly number[]): void {
    const tally = this.tally;
    for (const word of title) tally.add(this.termOfWord[word]!, TITLE_WEIGHT);
    for (const word of body) tally.add(this.termOfWord[word]!, 1);
    let length = 0;
    tally.drain((term, frequency) => {
      length += frequency;
      this.termDocuments[term]! += 1;
      this.postings[term]!.push((at << FREQUENCY_BITS) + Math.min(frequency, FREQUENCY_MASK));
    });
    this.lengths.push(length);
    this.totalLength += length;
  }

  private countGramsOf(at: number, title: readonly number[], body: readonly number[]): void {
    const most = Math.min(body.length, this.gramTokens);
    let length = 0;
    for (const word of title) length += TITLE_WEIGHT * this.noteGrams(at, word);
    for (let place = 0; place < most; place += 1) length += this.noteGrams(at, body[place]!);
    this.gramLengths.push(length);
    this.totalGramLength += length;
  }

  /** @returns how many grams the word has */
  private noteGrams(at: number, word: number): number {
    const uses = this.gramUses;
    const grams = this.gramsOfWord[word]!;
    if (this.lastTextOfWord[word] === at) return grams.length;
    this.lastTextOfWord[word] = at;
    for (const gram of grams) {
      if (uses[2 * gram] === at + 1) continue;
      uses[2 * gram] = at + 1;
      uses[2 * gram + 1]! += 1;
    }
    return grams.length;
  }

  /** Its postings stay and are passed over; the counts forget it. */
  remove(id: string): void {
    const at = this.positions.get(id);
    if (at === undefined) return;
    for (const term of this.termFrequencies(at).keys()) this.termDocuments[term]! -= 1;
    for (const gram of this.gramFrequencies(at).keys()) this.gramUses[2 * gram + 1]! -= 1;
    this.positions.delete(id);
    this.isRemoved[at] = true;
    this.live -= 1;
    this.totalLength -= this.lengths[at]!;
    this.totalGramLength -= this.gramLengths[at]!;
  }

  positionOf(id: string): number | undefined {
    return this.positions.get(id);
  }

  idAt(at: number): string {
    return this.ids[at]!;
  }

  isLiveAt(at: number): boolean {
    return this.isRemoved[at] === false;
  }

  lengthAt(at: number): number {
    return this.lengths[at]!;
  }

  gramLengthAt(at: number): number {
    return this.gramLengths[at]!;
  }

  /** The words of the title, as a view that must not be written to. */
  titleAt(at: number): Int32Array {
    return this.arena.subarray(this.starts[at]!, this.titleEnds[at]!);
  }

  bodyAt(at: number, most = Number.POSITIVE_INFINITY): Int32Array {
    return this.arena.subarray(this.titleEnds[at]!, Math.min(this.starts[at + 1]!, this.titleEnds[at]! + most));
  }

  /** Takes in the words of a text that is not added: what a question is compared by. */
  wordsOf(tokens: readonly IndexedToken[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.wordIdOf(token));
  }

  termOf(word: number): number {
    return this.termOfWord[word]!;
  }

  /** A word as it is written, in lower case. */
  surfaceOf(word: number): string {
    return this.surfaces[word]!;
  }

  gramsOf(word: number): Int32Array {
    return this.gramsOfWord[word]!;
  }

  termId(term: string): number | undefined {
    return this.termIds.get(term);
  }

  gramId(gram: string): number | undefined {
    return this.gramIds.get(gram);
  }

  /** Live texts that hold the term, without the prior. */
  documentsWith(term: string): number {
    const id = this.termIds.get(term);
    return id === undefined ? 0 : this.termDocuments[id]!;
  }

  documentsWithGram(gram: string): number {
    const id = this.gramIds.get(gram);
    return id === undefined ? 0 : this.gramUses[2 * id + 1]!;
  }

  /** How telling a term is: near 0 for one that stands everywhere. */
  weightOf(term: number): number {
    return inverse(this.live + this.prior.documents, this.termDocuments[term]! + this.priorOfTerm[term]!);
  }

  /** What a term would weigh that no text holds. */
  weightOfUnknown(): number {
    return inverse(this.live + this.prior.documents, 0);
  }

  gramWeightOf(gram: number): number {
    return inverse(this.live + this.prior.documents, this.gramUses[2 * gram + 1]! + this.priorOfGram[gram]!);
  }

  /** The best `limit` texts by BM25, best first; of equals the younger first. `accepts` narrows to some positions. */
  search(terms: readonly WeightedId[], settings: Bm25Settings, { limit, accepts }: { limit: number; accepts?: (at: number) => boolean }): Hit[] {
    const scores = new Float64Array(this.ids.length);
    const touched: number[] = [];
    const saturations = this.saturationsFor(settings);
    const gain = settings.k1 + 1;
    const removed = this.isRemoved;
    for (const { term, weight } of terms) {
      const postings = this.postings[term] ?? [];
      for (let next = 0; next < postings.length; next += 1) {
        const posting = postings[next]!;
        const at = posting >>> FREQUENCY_BITS;
        const known = scores[at]!;
        if (known === REFUSED) continue;
        if (known === 0) {
          if (removed[at] || (accepts !== undefined && !accepts(at))) {
            scores[at] = REFUSED;
            continue;
          }
          touched.push(at);
        }
        const frequency = posting & FREQUENCY_MASK;
        scores[at] = known + weight * ((frequency * gain) / (frequency + saturations[at]!));
      }
    }
    return best(touched, scores, limit);
  }

  /** What `termScore` adds to a frequency below the line, by position: the same for every question until a text comes or goes. */
  private saturationsFor({ k1, b }: Bm25Settings): Float64Array {
    const { averageLength } = this;
    const known = this.saturations;
    const span = this.ids.length;
    if (known.k1 === k1 && known.b === b && known.averageLength === averageLength && known.span === span) return known.values;
    const values = known.values.length >= span ? known.values : new Float64Array(span + (span >> 2));
    for (let at = 0; at < span; at += 1) values[at] = k1 * (1 - b + b * (averageLength > 0 ? this.lengths[at]! / averageLength : 1));
    this.saturations = { k1, b, averageLength, span, values };
    return values;
  }

  /** Term id to weighted frequency. */
  termFrequencies(at: number): Map<number, number> {
    return this.countTerms(this.titleAt(at), this.bodyAt(at));
  }

  countTerms(title: Int32Array, body: Int32Array): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of title) add(counts, this.termOfWord[word]!, TITLE_WEIGHT);
    for (const word of body) add(counts, this.termOfWord[word]!, 1);
    return counts;
  }

  gramFrequencies(at: number): Map<number, number> {
    return this.countGrams(this.titleAt(at), this.bodyAt(at));
  }

  countGrams(title: Int32Array, body: Int32Array): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of title) for (const gram of this.gramsOfWord[word]!) add(counts, gram, TITLE_WEIGHT);
    for (const word of body.subarray(0, this.gramTokens)) for (const gram of this.gramsOfWord[word]!) add(counts, gram, 1);
    return counts;
  }

  /** BM25 over grams of the texts at these positions; `weights` by gram id. */
  gramScores(positions: readonly number[], weights: ReadonlyMap<number, number>, settings: Bm25Settings): number[] {
    const weightOfGram = new Float64Array(this.grams.length);
    for (const [gram, weight] of weights) weightOfGram[gram] = weight;
    const counts = new Uint16Array(this.grams.length);
    // Most words share no gram with the question: they are looked at once.
    const isStrange = new Uint8Array(this.surfaces.length);
    const averageLength = this.averageGramLength;
    return positions.map((at) => {
      const touched: number[] = [];
      const count = (words: Int32Array, amount: number) => {
        for (let place = 0; place < words.length; place += 1) {
          const word = words[place]!;
          if (isStrange[word] === 1) continue;
          let isAsked = false;
          for (const gram of this.gramsOfWord[word]!) {
            if (weightOfGram[gram] === 0) continue;
            isAsked = true;
            if (counts[gram] === 0) touched.push(gram);
            counts[gram]! += amount;
          }
          if (!isAsked) isStrange[word] = 1;
        }
      };
      count(this.titleAt(at), TITLE_WEIGHT);
      count(this.bodyAt(at, this.gramTokens), 1);
      const length = this.gramLengths[at]!;
      let score = 0;
      for (const gram of touched) {
        score += weightOfGram[gram]! * termScore({ frequency: counts[gram]!, length, averageLength }, settings);
        counts[gram] = 0;
      }
      return score;
    });
  }

  /** Every word that a live text holds, with its term and how it is written: what a slip of the pen may have meant. Or those from one on. */
  *vocabulary(from = 0): Generator<{ surface: string; term: string; documents: number }> {
    for (let word = from; word < this.surfaces.length; word += 1) {
      const surface = this.surfaces[word]!;
      const term = this.termOfWord[word]!;
      const documents = this.termDocuments[term]!;
      if (documents > 0) yield { surface, term: this.terms[term]!, documents };
    }
  }

  /** Words ever taken in: tells whether a list made of `vocabulary` is of today. */
  get words(): number {
    return this.surfaces.length;
  }

  private wordIdOf({ surface, term }: IndexedToken): number {
    return this.wordIdFor(encodeToken({ surface, term }), surface, term);
  }

  private wordIdsOf(line: string): number[] {
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
    this.lastTextOfWord.push(-1);
    this.gramsOfWord.push(Int32Array.from(gramsOf(foldText(surface)), (gram) => this.gramIdOf(gram)));
    return id;
  }

  private termIdOf(term: string): number {
    const known = this.termIds.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.termIds.set(term, id);
    this.terms.push(term);
    this.postings.push([]);
    this.termDocuments.push(0);
    this.priorOfTerm.push(this.prior.frequencyOf(term));
    return id;
  }

  private gramIdOf(gram: string): number {
    const known = this.gramIds.get(gram);
    if (known !== undefined) return known;
    const id = this.grams.length;
    this.gramIds.set(gram, id);
    this.grams.push(gram);
    if (2 * id + 1 >= this.gramUses.length) this.gramUses = doubled(this.gramUses);
    this.priorOfGram.push(this.prior.gramFrequencyOf(gram));
    return id;
  }

  private average(total: number, ofPrior: number, otherwise: number): number {
    const known = ofPrior > 0 ? this.prior.documents : 0;
    const documents = this.live + known;
    return documents > 0 ? (total + ofPrior * known) / documents || otherwise : otherwise;
  }

  private reserve(size: number): void {
    if (size <= this.arena.length) return;
    const larger = new Int32Array(Math.max(size, this.arena.length * 2));
    larger.set(this.arena);
    this.arena = larger;
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

/** A piece of a long string keeps all of it in memory: a copy does not. */
function ownText(piece: string): string {
  return ` ${piece}`.slice(1);
}

function inverse(documents: number, having: number): number {
  const within = Math.min(Math.max(having, 0), documents);
  return Math.log(1 + (documents - within + 0.5) / (within + 0.5));
}

function add(counts: Map<number, number>, key: number, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}

/** The best of many without sorting them all: a heap of `limit` whose root is the worst that is still in. */
function best(positions: readonly number[], scores: Float64Array, limit: number): Hit[] {
  const isWorse = (a: Hit, b: Hit) => a.score < b.score || (a.score === b.score && a.at < b.at);
  const heap: Hit[] = [];
  for (const at of positions) {
    const hit = { at, score: scores[at]! };
    if (heap.length < limit) {
      heap.push(hit);
      if (heap.length === limit) for (let node = limit >> 1; node >= 0; node -= 1) sink(heap, node, isWorse);
    } else if (limit > 0 && isWorse(heap[0]!, hit)) {
      heap[0] = hit;
      sink(heap, 0, isWorse);
    }
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

function sink(heap: Hit[], from: number, isWorse: (a: Hit, b: Hit) => boolean): void {
  let node = from;
  for (;;) {
    const left = 2 * node + 1;
    let worst = node;
    for (const child of [left, left + 1]) if (child < heap.length && isWorse(heap[child]!, heap[worst]!)) worst = child;
    if (worst === node) return;
    [heap[node], heap[worst]] = [heap[worst]!, heap[node]!];
    node = worst;
  }
}
