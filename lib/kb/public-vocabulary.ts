import "server-only";
import type { Db } from "@/lib/db/client";
import { PUBLIC_TEXTS } from "@/lib/search/collections";
import { liveIndex } from "@/lib/search/live-index";
import type { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";

/** A hundred thousand words take a tenth of a second to put in order: new ones are put in their places until there are many. */
const MANY_NEW = 1.02;

const vocabularies = new WeakMap<TextIndex, { words: number; madeOf: number; vocabulary: Vocabulary }>();

/** The words of an index, kept with it. */
export function vocabularyOf(index: TextIndex): Vocabulary {
  const known = vocabularies.get(index);
  if (known?.words === index.words) return known.vocabulary;
  if (known && index.words < known.madeOf * MANY_NEW) {
    for (const word of index.vocabulary(known.words)) known.vocabulary.add(word);
    known.words = index.words;
    return known.vocabulary;
  }
  const vocabulary = new Vocabulary(index.vocabulary());
  vocabularies.set(index, { words: index.words, madeOf: index.words, vocabulary });
  return vocabulary;
}

/** The words of what everybody may read. */
export async function publicVocabulary(db: Db): Promise<Vocabulary> {
  return vocabularyOf((await liveIndex(db, PUBLIC_TEXTS).current()).index);
}
