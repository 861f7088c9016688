import { indexedTokens } from "@/lib/search/indexed-tokens";
import { TextIndex } from "@/lib/search/text-index";
import { FEATURES, featuresOf } from "./features";
import { gramLikeness, questionOf } from "./first-look";
import { duplicatePrior } from "./prior";
import { analyseTicket } from "./profile";
import type { TicketDraft } from "./types";
import { TICKET_BM25 } from "@/lib/search/bm25";

type Text = Pick<TicketDraft, "subject" | "body">;

/** How alike two texts are, 0 to 1, by themselves: the same from either side, and without knowing any other text. */
export function pairScore(a: Text, b: Text): number {
  return (likeness(a, b) + likeness(b, a)) / 2;
}

/** The features that are shares of the whole, in equal parts. */
const SHARES = ["terms", "grams", "cosine", "draftKnown"] as const satisfies readonly (typeof FEATURES)[number][];

function likeness(draftText: Text, otherText: Text): number {
  const index = new TextIndex(duplicatePrior());
  index.add("other", indexedTokens(analyseTicket(otherText)));
  const tokens = indexedTokens(analyseTicket(draftText));
  const draft = { title: index.wordsOf(tokens.title), body: index.wordsOf(tokens.body) };
  const question = questionOf(index, draft);
  if (question.selfScore <= 0) return 0;
  const [hit] = index.search(question.terms, TICKET_BM25, { limit: 1 });
  const [grams = 0] = gramLikeness(index, draft, [{ at: 0, score: 0 }]);
  const [row] = featuresOf(index, draft, [{ at: 0, terms: (hit?.score ?? 0) / question.selfScore, grams, age: { younger: 0, of: 1 } }]);
  if (!row) return 0;
  return SHARES.reduce((sum, name) => sum + Math.min(1, row[FEATURES.indexOf(name)] ?? 0), 0) / SHARES.length;
}
