import type { Tone } from "@/components/ui/badge";
import type { TextSegment } from "@/lib/search/types";

/** What may already answer a ticket that is being written, in words: made on the server, shown in the browser. */
export type SuggestionsView = {
  articles: ArticleSuggestion[];
  tickets: TicketSuggestion[];
  /** "2 artículos y 1 ticket parecido"; empty when there is nothing. */
  announcement: string;
  /** The matters that the text seems to be about, when they are several: how each would be called, and that there are so many. */
  topics?: { title: string; subjects: string[] };
};

export type ArticleSuggestion = { id: string; kind: "article" | "faq"; href: string; title: TextSegment[]; passage: TextSegment[] };

export type TicketSuggestion = {
  ticketId: string;
  reference: string;
  href: string;
  subject: string;
  status: { label: string; tone: Tone };
  /** Whose it is, in words. */
  owner: string | null;
  /** "Se levantó ayer" */
  openedAgo: string | null;
  /** Why it is here, a sentence each, the most telling first. */
  reasons: string[];
  /** The draft cannot be sent before the person has looked at this one. */
  mustReview: boolean;
};

export const NO_SUGGESTIONS: SuggestionsView = { articles: [], tickets: [], announcement: "" };
