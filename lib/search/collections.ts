import type { Collection } from "./live-index";

/** Of an article, this many words are compared by their grams as well. */
export const KNOWLEDGE_GRAM_TOKENS = 250;

/** What everybody may read. Nothing else is in it: not a word is weighed, completed or put right by what somebody else reads. */
export const PUBLIC_TEXTS: Collection = { name: "public", kinds: ["article", "faq"], becoming: ["article_customers", "article_staff"], gramTokens: KNOWLEDGE_GRAM_TOKENS };

/** What customers who signed in may read: the same and more, ranked together. */
export const CUSTOMERS_TEXTS: Collection = { name: "customers", kinds: ["article", "faq", "article_customers"], becoming: ["article_staff"], gramTokens: KNOWLEDGE_GRAM_TOKENS };

/** What the desk may read: all that is published. */
export const STAFF_TEXTS: Collection = { name: "staff", kinds: ["article", "faq", "article_customers", "article_staff"], gramTokens: KNOWLEDGE_GRAM_TOKENS };
