import { analyseText, type Analysis } from "@/lib/search/analysis";
import { selfScore, TICKET_BM25, weighTerms, type WeightedTerm } from "@/lib/search/bm25";
import { gramQueryOf, gramScore, packGrams, type GramQuery } from "@/lib/search/packed-grams";
import type { TicketStatistics } from "./statistics";

/** Nothing is lost against all terms of a ticket, and the index is asked for no more. */
const QUERY_TERMS = 30;
/** The terms whose weights are looked up: the subject's first, then the body's in their order. */
const WEIGHED_TERMS = 250;

export type DraftProfile = {
  text: Analysis;
  terms: WeightedTerm[];
  /** What the draft would score against itself: a likeness of 1. */
  selfScore: number;
  grams: GramQuery;
  selfGramScore: number;
};

export function analyseTicket({ subject, body }: { subject: string; body: string }): Analysis {
  return analyseText({ title: subject, body });
}

export function termsToWeigh(text: Analysis): string[] {
  return [...text.terms.keys()].slice(0, WEIGHED_TERMS);
}

export function profileDraft(text: Analysis, statistics: TicketStatistics): DraftProfile {
  const weighed = new Map([...text.terms].slice(0, WEIGHED_TERMS));
  const terms = weighTerms(weighed, statistics.weightOf, QUERY_TERMS);
  const grams = gramQueryOf(text, (token) => statistics.weightOf(token.term));
  return {
    text,
    terms,
    selfScore: selfScore(terms, { length: text.length, averageLength: statistics.averageLength }, TICKET_BM25),
    grams,
    selfGramScore: gramScore(grams, packGrams(text), statistics.averageGramLength, TICKET_BM25),
  };
}
