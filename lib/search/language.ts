import { isStopWord } from "./stop-words";
import type { Language } from "./types";

const SPANISH_ENDING = /(?:cion|ciones|mente|idad|ando|iendo|ado|ada|ados|adas|ido|ida|aje|ar|er|ir|os|as|es|o)$/;
const ENGLISH_SIGN = /(?:ing|tion|tions|ed|ly|ment|ness|th|ght|ck|sh)$|w|k|th|sh|oo|ee/;
const SPANISH_SIGN = /ñ|[áéíóúü]|¿|¡/;
/** A verdict needs no more words than this. */
const WORDS_READ = 200;

/** Spanish or English, by stop words and then by the look of the words. Nothing to go by: Spanish, the desk's language. */
export function guessLanguage(text: string): Language {
  let balance = SPANISH_SIGN.test(text.slice(0, 2_000).toLowerCase()) ? 3 : 0;
  for (const word of firstWords(text)) balance += signOf(word);
  return balance < 0 ? "en" : "es";
}

/** Positive for Spanish, negative for English. */
function signOf(word: string): number {
  const spanish = isStopWord(word, "es");
  const english = isStopWord(word, "en");
  if (spanish !== english) return spanish ? 2 : -2;
  if (spanish || word.length < 4) return 0;
  if (ENGLISH_SIGN.test(word)) return -1;
  return SPANISH_ENDING.test(word) ? 0.5 : 0;
}

function firstWords(text: string): string[] {
  const words = text.slice(0, 4_000).toLowerCase().normalize("NFD").replace(/\p{Mn}+/gu, "").match(/[a-z']+/g) ?? [];
  return words.slice(0, WORDS_READ);
}
