import { NO_PRIOR, type Prior } from "@/lib/search/lexicon";
import { BACKGROUND_TICKETS, backgroundFrequency } from "./background";

/** What is known of a desk's words before its first ticket, and of public texts where they are given: never of anybody's tickets. */
export function duplicatePrior(publicTexts: Prior = NO_PRIOR): Prior {
  return {
    documents: BACKGROUND_TICKETS + publicTexts.documents,
    averageLength: 0,
    averageGramLength: 0,
    frequencyOf: (term) => backgroundFrequency(term) + publicTexts.frequencyOf(term),
    gramFrequencyOf: (gram) => publicTexts.gramFrequencyOf(gram),
  };
}
