import type { SynonymTerms } from "./types";

/** What a word is worth as another that the operator says means the same. */
const WORTH = 0.5;
/** "no abre" is looked for as "abre", since "no" stands everywhere: half of it is lost. */
const WITHOUT_STOP_WORDS = 0.5;

/** What each term of an expression is worth in place of the words of the text, 0 to 1. */
export function worthOf({ expression, terms }: SynonymTerms): number {
  const words = expression.split(/[\s-]+/).filter(Boolean).length;
  const share = terms.length > 0 ? 1 / Math.sqrt(terms.length) : 0;
  return WORTH * share * (words > terms.length ? WITHOUT_STOP_WORDS : 1);
}
