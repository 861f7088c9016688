import { newStemmer } from "snowball-stemmers";
import { foldText } from "./text";
import type { Language } from "./types";

/** The longest term that is kept; what is longer is no word, and its start tells it apart well enough. */
export const MAX_TERM_LENGTH = 40;

const STEMMERS = { es: newStemmer("spanish"), en: newStemmer("english") };
const MEMORY_LIMIT = 50_000;
const MEMORY: Record<Language, Map<string, string>> = { es: new Map(), en: new Map() };

/**
 * The stem of a folded word. Snowball's Spanish rules know "-ción" with its accent only, so the accent that folding took away is put
 * back for the stemmer, or "configuracion" and "configuraciones" would part ways.
 */
export function stemOf(folded: string, language: Language): string {
  const memory = MEMORY[language];
  const known = memory.get(folded);
  if (known !== undefined) return known;
  // The cut may fall into a letter of two units, and half a letter does not come back from the database.
  const word = folded.slice(0, MAX_TERM_LENGTH).toWellFormed();
  const stem = language === "es" ? foldText(STEMMERS.es.stem(withSpanishAccent(word))) : STEMMERS.en.stem(word);
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  memory.set(folded, stem);
  return stem;
}

function withSpanishAccent(word: string): string {
  return word.replace(/([cs])ion$/, "$1ión").replace(/logia(s?)$/, "logía$1");
}
