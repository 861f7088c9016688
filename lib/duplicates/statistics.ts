import { inverseFrequency } from "@/lib/search/bm25";
import { BACKGROUND_TICKETS, backgroundFrequency } from "./background";

/** What the scorer knows of the whole desk: how long a ticket is and how telling a term. Never which tickets hold it. */
export type TicketStatistics = {
  averageLength: number;
  averageGramLength: number;
  weightOf(term: string): number;
};

/** Taken over all tickets, whoever may see them: a weight tells no more than that a word is common at this desk. */
export function ticketStatistics(
  counted: { documents: number; averageLength: number; averageGramLength: number },
  frequencies: ReadonlyMap<string, number>,
): TicketStatistics {
  const documents = counted.documents + BACKGROUND_TICKETS;
  return {
    averageLength: counted.averageLength || 40,
    averageGramLength: counted.averageGramLength || 200,
    weightOf: (term) => inverseFrequency({ documents, withTerm: (frequencies.get(term) ?? 0) + backgroundFrequency(term) }),
  };
}
