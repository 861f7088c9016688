import { guessLanguage } from "./language";
import { tokensOf } from "./tokens";
import { cleanText } from "./text";
import type { Language, Token } from "./types";

/** How often a term of the title counts, against once in the body. */
export const TITLE_WEIGHT = 3;
/** Only this much of a text is worth remembering: the longest tickets carry logs. */
const MAX_TERMS = 4_000;

export type Analysis = {
  language: Language;
  title: string;
  body: string;
  titleTokens: Token[];
  bodyTokens: Token[];
  /** Term to weighted frequency, stop words left out. A text of stop words alone keeps them: "esto no va" must find something. */
  terms: Map<string, number>;
  titleTerms: Set<string>;
  /** The sum of the frequencies: what BM25 calls the length. */
  length: number;
};

export function analyseText({ title, body, language }: { title: string; body: string; language?: Language }): Analysis {
  const cleanTitle = cleanText(title);
  const cleanBody = cleanText(body);
  const spoken = language ?? guessLanguage(`${cleanTitle}\n${cleanBody}`);
  const titleTokens = tokensOf(cleanTitle, spoken);
  const bodyTokens = tokensOf(cleanBody, spoken);
  const counted = countTerms(titleTokens, bodyTokens);
  return { language: spoken, title: cleanTitle, body: cleanBody, titleTokens, bodyTokens, ...counted };
}

function countTerms(titleTokens: Token[], bodyTokens: Token[]): Pick<Analysis, "terms" | "titleTerms" | "length"> {
  const hasContent = titleTokens.some(isContent) || bodyTokens.some(isContent);
  const isWanted = hasContent ? isContent : () => true;
  const terms = new Map<string, number>();
  let length = 0;
  const add = (term: string, weight: number) => {
    const known = terms.get(term);
    if (known === undefined && terms.size >= MAX_TERMS) return;
    terms.set(term, (known ?? 0) + weight);
    length += weight;
  };
  const wantedTitle = titleTokens.filter(isWanted);
  for (const token of wantedTitle) add(token.term, TITLE_WEIGHT);
  for (const token of bodyTokens) if (isWanted(token)) add(token.term, 1);
  return { terms, titleTerms: new Set(wantedTitle.map((token) => token.term)), length };
}

function isContent(token: Token): boolean {
  return !token.isStopWord;
}
