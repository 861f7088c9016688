import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../setup/paths";
import { randomFrom, zipfRanks, type Random } from "./random";

/** Words that the texts are made of, unless told. */
const VOCABULARY = 12_000;
const EXPONENT = 1.02;
/** Below this rank stand articles, prepositions and the like, which say little in a subject. */
const FIRST_TELLING_RANK = 60;

const ONSETS = ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "tr", "pl", "br", "cl", "gr", "ch", "qu", "ll", "ñ"];
const NUCLEI = ["a", "e", "i", "o", "u", "a", "e", "o", "ia", "ue", "ó", "á"];
const ENDINGS = ["ción", "dor", "mente", "ado", "iendo", "aje", "ista", "s", "r", "n", "", "", "ble", "ción"];

export type Writer = {
  /** A line of `words` words. */
  subject: (random: Random, words: number) => string;
  /** Sentences with about `words` words in all. */
  text: (random: Random, words: number) => string;
};

/** Writes Spanish-looking text: the knowledge base's own words first, by how often it uses them, then made-up ones. */
export function makeWriter(size = VOCABULARY): Writer {
  const words = vocabulary(size);
  const anyRank = zipfRanks(words.length, EXPONENT);
  const any = (random: Random) => words[anyRank(random)]!;
  const telling = (random: Random) => {
    for (;;) {
      const rank = anyRank(random);
      if (rank >= FIRST_TELLING_RANK) return words[rank]!;
    }
  };
  const phrase = (random: Random, length: number) => Array.from({ length }, (_, at) => (at % 3 === 1 ? any(random) : telling(random))).join(" ");
  return {
    subject: (random, length) => capitalized(phrase(random, length)).slice(0, 150),
    text(random, length) {
      const sentences: string[] = [];
      for (let left = length; left > 0; ) {
        const size = Math.min(left, random.between(6, 18));
        sentences.push(`${capitalized(Array.from({ length: size }, () => any(random)).join(" "))}.`);
        left -= size;
      }
      return sentences.join(" ");
    },
  };
}

function vocabulary(size: number): string[] {
  const counts = new Map<string, number>();
  const folder = join(ROOT, "prisma/seed/content/articles");
  for (const file of readdirSync(folder)) {
    const [, , text = ""] = readFileSync(join(folder, file), "utf8").split(/^---$/m);
    for (const word of text.toLowerCase().match(/\p{L}{2,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  const random = randomFrom(7);
  const words = new Set(known);
  while (words.size < size) words.add(madeUpWord(random));
  return [...words];
}

function madeUpWord(random: Random): string {
  const syllables = Array.from({ length: random.between(2, 4) }, () => random.pick(ONSETS) + random.pick(NUCLEI));
  return syllables.join("") + random.pick(ENDINGS);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
