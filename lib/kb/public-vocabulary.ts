import "server-only";
import type { Db } from "@/lib/db/client";
import { PUBLIC_TEXTS } from "@/lib/search/collections";
import { liveIndex } from "@/lib/search/live-index";
import type { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";

const vocabularies = new WeakMap<TextIndex, { words: number; vocabulary: Vocabulary }>();

/** The words of an index; made anew when it has taken in new ones. */
export function vocabularyOf(index: TextIndex): Vocabulary {
  const known = vocabularies.get(index);
  if (known?.words === index.words) return known.vocabulary;
  const vocabulary = new Vocabulary(index.vocabulary());
  vocabularies.set(index, { words: index.words, vocabulary });
  return vocabulary;
}

/** The words of what everybody may read. */
export async function publicVocabulary(db: Db): Promise<Vocabulary> {
  return vocabularyOf((await liveIndex(db, PUBLIC_TEXTS).current()).index);
}
