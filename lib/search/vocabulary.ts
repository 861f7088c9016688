import { editDistance, MIN_CORRECTED_LENGTH, nearWords, TWO_EDITS_FROM, type NearWord } from "./near-words";
import { foldText } from "./text";

/** A word of the texts: folded, its term, how it is written, and in how many texts its term stands. */
export type KnownWord = { word: string; term: string; surface: string; documents: number };

const PLAIN = /^\p{L}+$/u;
const MOST_LETTERS = 40;

type IndexWord = { surface: string; term: string; documents: number };

/** The words of an index, for unfinished and misspelt ones. */
export class Vocabulary {
  private readonly known: KnownWord[];
  /** One bit a letter: two words within two edits differ in at most four of them, so that most are passed over without a comparison. */
  private letters: Uint32Array;
  private lengths: Uint8Array;

  constructor(words: Iterable<IndexWord>) {
    const byWord = new Map<string, KnownWord>();
    for (const { surface, term, documents } of words) {
      if (!PLAIN.test(surface)) continue;
      const word = foldText(surface);
      const candidate = { word, term, surface, documents };
      if (isBetter(candidate, byWord.get(word))) byWord.set(word, candidate);
    }
    this.known = [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
    this.lengths = Uint8Array.from(this.known, ({ word }) => Math.min(word.length, 255));
    this.letters = Uint32Array.from(this.known, ({ word }) => lettersOf(word));
  }

  /** One word more, in its place. */
  add({ surface, term, documents }: IndexWord): void {
    if (!PLAIN.test(surface)) return;
    const word = foldText(surface);
    const candidate = { word, term, surface, documents };
    const at = this.firstFrom(word);
    if (this.known[at]?.word === word) {
      if (isBetter(candidate, this.known[at])) this.known[at] = candidate;
      return;
    }
    const count = this.known.length;
    this.known.splice(at, 0, candidate);
    if (count === this.letters.length) {
      const larger = count + (count >> 4) + 16;
      this.letters = copyInto(new Uint32Array(larger), this.letters);
      this.lengths = copyInto(new Uint8Array(larger), this.lengths);
    }
    this.letters.copyWithin(at + 1, at, count);
    this.lengths.copyWithin(at + 1, at, count);
    this.letters[at] = lettersOf(word);
    this.lengths[at] = Math.min(word.length, 255);
  }

  /** The words that a misspelt folded `word` may stand for, at most three, the nearest first. */
  near(word: string): Array<NearWord & KnownWord> {
    if (word.length < MIN_CORRECTED_LENGTH || word.length > MOST_LETTERS) return [];
    const letters = lettersOf(word);
    const allowed = word.length >= TWO_EDITS_FROM ? 2 : 1;
    const close = new Map<string, KnownWord>();
    for (let at = 0; at < this.known.length; at += 1) {
      const longer = Math.abs(this.lengths[at]! - word.length);
      // An edit that changes the length changes one letter at most, any other two.
      if (longer > allowed || bitsOf(this.letters[at]! ^ letters) > 2 * allowed - longer) continue;
      const known = this.known[at]!;
      if (editDistance(word, known.word, allowed) <= allowed) close.set(known.word, known);
    }
    return nearWords(word, close.keys()).map((found) => ({ ...found, ...close.get(found.word)! }));
  }

  /** The words that begin with a folded prefix of two letters or more, those of most texts first. */
  completions(prefix: string, limit: number): KnownWord[] {
    if (prefix.length < 2) return [];
    const found: KnownWord[] = [];
    for (let at = this.firstFrom(prefix); at < this.known.length && this.known[at]!.word.startsWith(prefix); at += 1) found.push(this.known[at]!);
    return found.sort((a, b) => b.documents - a.documents || a.word.length - b.word.length).slice(0, limit);
  }

  /** How a folded word is written, with its accents; undefined when no text has it. */
  spellingOf(word: string): string | undefined {
    const known = this.known[this.firstFrom(word)];
    return known?.word === word ? known.surface : undefined;
  }

  has(word: string): boolean {
    return this.known[this.firstFrom(word)]?.word === word;
  }

  private firstFrom(word: string): number {
    let low = 0;
    let high = this.known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.known[middle]!.word < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of the ways to write a word, the one with accents: whoever types without them means it. */
function isBetter(candidate: KnownWord, known: KnownWord | undefined): boolean {
  return known === undefined || known.documents < candidate.documents || (known.documents === candidate.documents && candidate.surface > known.surface);
}

function copyInto<T extends Uint8Array | Uint32Array>(larger: T, values: T): T {
  larger.set(values);
  return larger;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters >>> 0;
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
