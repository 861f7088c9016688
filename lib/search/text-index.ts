import { TITLE_WEIGHT } from "./analysis";
import { inverseFrequency, type Bm25Settings } from "./bm25";
import { gramScores } from "./gram-scores";
import { bestHits, type Hit } from "./best-hits";
import type { IndexedTokens } from "./indexed-tokens";
import type { Prior } from "./lexicon";
import { Saturations } from "./saturations";
import { Tally } from "./tally";
import { TextStore } from "./text-store";

/** Grams are taken of the title and of this many tokens of the body: what is said first. */
const GRAM_TOKENS = 70;
/** A posting is `document * 256 + frequency`: a small integer, so that a list of them costs eight bytes each. */
const FREQUENCY_BITS = 8;
const FREQUENCY_MASK = 255;
/** In the place of a score: a text that is not asked for. */
const REFUSED = -1;

export type WeightedId = { term: number; frequency: number; weight: number };

/**
 * Texts in memory, each as the sequence of its words; every word knows its term and its grams, so that a text costs four bytes a word.
 * Inverted for finding, forward for comparing. Ids of words, terms and grams are the index's own. Not bound to any database.
 */
export class TextIndex extends TextStore {
  private readonly postings: number[][] = [];
  private readonly termDocuments: number[] = [];
  /** By gram, side by side because they are read together: the last text that was found to hold it (position + 1), and how many do. */
  private gramUses = new Int32Array(2_048);
  /** By word, the last text whose grams were counted with it (position + 1): a word that stands there twice is counted once. */
  private readonly lastTextOfWord: number[] = [];
  private readonly lengths: number[] = [];
  private readonly gramLengths: number[] = [];
  private readonly tally = new Tally();
  private readonly saturations = new Saturations();
  private totalLength = 0;
  private totalGramLength = 0;

  /** @param gramTokens of a body, this many words are compared by their grams */
  constructor(
    prior?: Prior,
    private readonly gramTokens = GRAM_TOKENS,
  ) {
    super(prior);
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
    const at = this.keep(id, title, body);
    this.makeRoom();
    this.countTermsOf(at, title, body);
    this.countGramsOf(at, title, body);
  }

  /** The lexicon may have grown, by this text or by a question. */
  private makeRoom(): void {
    while (this.postings.length < this.terms.length) {
      this.postings.push([]);
      this.termDocuments.push(0);
    }
    while (this.gramUses.length < 2 * this.grams.length) this.gramUses = doubled(this.gramUses);
    while (this.lastTextOfWord.length < this.surfaces.length) this.lastTextOfWord.push(0);
  }

  private countTermsOf(at: number, title: readonly number[], body: readonly number[]): void {
    const tally = this.tally;
    for (const word of title) tally.add(this.termOf(word), TITLE_WEIGHT);
    for (const word of body) tally.add(this.termOf(word), 1);
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
    const from = this.gramStart(word);
    const end = this.gramEnd(word);
    if (this.lastTextOfWord[word] === at + 1) return end - from;
    this.lastTextOfWord[word] = at + 1;
    const grams = this.allGrams;
    for (let next = from; next < end; next += 1) {
      const gram = grams[next]!;
      if (uses[2 * gram] === at + 1) continue;
      uses[2 * gram] = at + 1;
      uses[2 * gram + 1]! += 1;
    }
    return end - from;
  }

  /** Its postings stay and are passed over; the counts forget it. */
  remove(id: string): void {
    const at = this.positions.get(id);
    if (at === undefined) return;
    for (const term of this.termFrequencies(at).keys()) this.termDocuments[term]! -= 1;
    for (const gram of this.gramFrequencies(at).keys()) this.gramUses[2 * gram + 1]! -= 1;
    this.drop(id, at);
    this.totalLength -= this.lengths[at]!;
    this.totalGramLength -= this.gramLengths[at]!;
  }

  lengthAt(at: number): number {
    return this.lengths[at]!;
  }

  gramLengthAt(at: number): number {
    return this.gramLengths[at]!;
  }

  /** Live texts that hold the term, without the prior. */
  documentsWith(term: string): number {
    const id = this.termId(term);
    return id === undefined ? 0 : (this.termDocuments[id] ?? 0);
  }

  documentsWithGram(gram: string): number {
    const id = this.gramId(gram);
    return id === undefined ? 0 : (this.gramUses[2 * id + 1] ?? 0);
  }

  /** How telling a term is: near 0 for one that stands everywhere. */
  weightOf(term: number): number {
    return inverseFrequency({ documents: this.live + this.prior.documents, withTerm: (this.termDocuments[term] ?? 0) + this.priorOfTerm[term]! });
  }

  /** What a term would weigh that no text holds. */
  weightOfUnknown(): number {
    return inverseFrequency({ documents: this.live + this.prior.documents, withTerm: 0 });
  }

  gramWeightOf(gram: number): number {
    return inverseFrequency({ documents: this.live + this.prior.documents, withTerm: (this.gramUses[2 * gram + 1] ?? 0) + this.priorOfGram[gram]! });
  }

  /** The best `limit` texts by BM25, best first; of equals the younger first. `accepts` narrows to some positions. */
  search(terms: readonly WeightedId[], settings: Bm25Settings, { limit, accepts }: { limit: number; accepts?: (at: number) => boolean }): Hit[] {
    const scores = new Float64Array(this.ids.length);
    const touched: number[] = [];
    const saturations = this.saturations.of(this.lengths, this.averageLength, settings);
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
    return bestHits(touched, scores, limit);
  }

  /** Term id to weighted frequency. */
  termFrequencies(at: number): Map<number, number> {
    return this.countTerms(this.titleAt(at), this.bodyAt(at));
  }

  countTerms(title: Int32Array, body: Int32Array): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of title) add(counts, this.termOf(word), TITLE_WEIGHT);
    for (const word of body) add(counts, this.termOf(word), 1);
    return counts;
  }

  gramFrequencies(at: number): Map<number, number> {
    return this.countGrams(this.titleAt(at), this.bodyAt(at));
  }

  countGrams(title: Int32Array, body: Int32Array): Map<number, number> {
    const counts = new Map<number, number>();
    for (const word of title) for (const gram of this.gramsOf(word)) add(counts, gram, TITLE_WEIGHT);
    for (const word of body.subarray(0, this.gramTokens)) for (const gram of this.gramsOf(word)) add(counts, gram, 1);
    return counts;
  }

  /** BM25 over grams of the texts at these positions; `weights` by gram id. */
  gramScores(positions: readonly number[], weights: ReadonlyMap<number, number>, settings: Bm25Settings): number[] {
    return gramScores({ store: this, lengths: this.gramLengths, averageLength: this.averageGramLength, gramTokens: this.gramTokens, positions, weights, settings });
  }

  /** Every word that a live text holds, with its term and how it is written: what a slip of the pen may have meant. Or those from one on. */
  *vocabulary(from = 0): Generator<{ surface: string; term: string; documents: number }> {
    for (let word = from; word < this.surfaces.length; word += 1) {
      const surface = this.surfaces[word]!;
      const term = this.termOf(word);
      const documents = this.termDocuments[term] ?? 0;
      if (documents > 0) yield { surface, term: this.terms[term]!, documents };
    }
  }

  private average(total: number, ofPrior: number, otherwise: number): number {
    const known = ofPrior > 0 ? this.prior.documents : 0;
    const documents = this.live + known;
    return documents > 0 ? (total + ofPrior * known) / documents || otherwise : otherwise;
  }

}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}

function add(counts: Map<number, number>, key: number, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount);
}
