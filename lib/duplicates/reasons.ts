import type { Analysis } from "@/lib/search/analysis";
import { foldText, letterEdge } from "@/lib/search/text";
import { tokensOf } from "@/lib/search/tokens";
import type { Token } from "@/lib/search/types";
import type { Comparison } from "./comparison";
import type { Reason } from "./types";

const MAX_WORDS = 5;
const MAX_IDENTIFIERS = 3;
/** Two sentences match when they share this much of their weight. */
const SENTENCE_LIKENESS = 0.5;
const MAX_SENTENCES = 12;
const MAX_SENTENCE_LENGTH = 240;

type Input = {
  draft: Analysis;
  ticket: Analysis;
  comparison: Comparison;
  weightOf: (term: string) => number;
  productName: string | null;
  openedMinutesAgo: number;
};

/** Why the two resemble each other, the most telling reason first. Holds nothing but what stands in these two tickets. */
export function reasonsOf({ draft, ticket, comparison, weightOf, productName, openedMinutesAgo }: Input): Reason[] {
  const reasons: Reason[] = [];
  for (const { kind, value } of comparison.sharedIdentifiers.filter(({ kind }) => kind !== "month").slice(0, MAX_IDENTIFIERS)) {
    reasons.push(kind === "code" ? { kind: "code", value } : { kind: "identifier", value });
  }
  if (productName !== null && comparison.product === "same") reasons.push({ kind: "product", name: productName });
  const words = sharedWords(draft, ticket, weightOf);
  if (words.length > 0) reasons.push({ kind: "terms", words });
  const sentences = closestSentences(draft, ticket, weightOf);
  if (sentences) reasons.push({ kind: "sentence", ...sentences });
  reasons.push({ kind: "opened-ago", minutes: openedMinutesAgo });
  return reasons;
}

/** The heaviest shared words as the draft writes them; identifiers have reasons of their own. */
function sharedWords(draft: Analysis, ticket: Analysis, weightOf: (term: string) => number): string[] {
  const surfaces = new Map<string, string>();
  for (const token of [...wordsOf(draft.titleTokens), ...wordsOf(draft.bodyTokens)]) {
    const isWord = (token.identifier === null || token.identifier.kind === "month") && /\p{L}{3}/u.test(token.surface);
    if (isWord && !token.isStopWord && ticket.terms.has(token.term) && !surfaces.has(token.term)) surfaces.set(token.term, token.surface.toLowerCase());
  }
  const heaviest = [...surfaces].sort(([a], [b]) => weightOf(b) - weightOf(a)).map(([, surface]) => surface);
  return [...new Map(heaviest.map((surface) => [foldText(surface), surface])).values()].slice(0, MAX_WORDS);
}

/** Without the pieces of an identifier ("5" of "5.7.1", "acme" of "ana@acme.example"): they say nothing to a reader. */
function wordsOf(tokens: readonly Token[]): Token[] {
  let end = 0;
  return tokens.filter((token) => {
    if (token.start < end) return false;
    if (token.identifier !== null && token.identifier.kind !== "month") end = token.end;
    return true;
  });
}

type Sentence = { text: string; terms: Set<string>; weight: number };

function closestSentences(draft: Analysis, ticket: Analysis, weightOf: (term: string) => number): { draft: string; ticket: string } | null {
  let closest: { draft: string; ticket: string; likeness: number } | null = null;
  const ofTicket = sentencesOf(ticket, weightOf);
  for (const left of sentencesOf(draft, weightOf)) {
    for (const right of ofTicket) {
      const likeness = likenessOf(left, right, weightOf);
      if (likeness >= SENTENCE_LIKENESS && likeness > (closest?.likeness ?? 0)) closest = { draft: left.text, ticket: right.text, likeness };
    }
  }
  return closest && { draft: closest.draft, ticket: closest.ticket };
}

/** The first sentences of the body, and the subject; a single word is no sentence. */
function sentencesOf(text: Analysis, weightOf: (term: string) => number): Sentence[] {
  const pieces = [text.title, ...text.body.slice(0, 4_000).split(/[.!?…]+(?=\s|$)|\n+/)];
  const sentences: Sentence[] = [];
  for (const piece of pieces) {
    const trimmed = piece.trim();
    const sentence = trimmed.slice(0, letterEdge(trimmed, MAX_SENTENCE_LENGTH));
    const terms = new Set(tokensOf(sentence, text.language).filter((token) => !token.isStopWord).map((token) => token.term));
    if (terms.size >= 2) sentences.push({ text: sentence, terms, weight: weightOfAll(terms, weightOf) });
    if (sentences.length === MAX_SENTENCES) break;
  }
  return sentences;
}

function likenessOf(a: Sentence, b: Sentence, weightOf: (term: string) => number): number {
  const shared = weightOfAll([...a.terms].filter((term) => b.terms.has(term)), weightOf);
  return (2 * shared) / Math.max(a.weight + b.weight, Number.MIN_VALUE);
}

function weightOfAll(terms: Iterable<string>, weightOf: (term: string) => number): number {
  let weight = 0;
  for (const term of terms) weight += weightOf(term);
  return weight;
}
