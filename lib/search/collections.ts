import type { Collection } from "./live-index";

/** Of an article, this many words are compared by their grams as well. */
export const KNOWLEDGE_GRAM_TOKENS = 250;

/** What everybody may read. */
export const PUBLIC_TEXTS: Collection = { name: "public", kinds: ["article", "faq"], gramTokens: KNOWLEDGE_GRAM_TOKENS };
