import { TICKET_BM25 } from "@/lib/search/bm25";
import { packGrams } from "@/lib/search/packed-grams";
import { analyseTicket, profileDraft } from "@/lib/duplicates/profile";
import { compareTickets, probabilityOf, rankCandidates } from "@/lib/duplicates/similarity";
import { ticketStatistics } from "@/lib/duplicates/statistics";
import { MemoryIndex } from "./memory-index";
import type { EvalDocument, EvalQuery, RunLine } from "./sets";

const CANDIDATES = 100;

/** Runs a stream of tickets through the duplicate finder's rules; each sees only those before it. */
export function runDuplicates(documents: readonly EvalDocument[], queries: readonly EvalQuery[]): RunLine[] {
  const texts = documents.map((document) => analyseTicket({ subject: document.title, body: document.body }));
  const grams = texts.map((text) => packGrams(text));
  const index = new MemoryIndex(texts);
  const averageGramLength = grams.reduce((sum, { length }) => sum + length, 0) / Math.max(1, grams.length);
  const frequencies = new Map(texts.flatMap((text) => [...text.terms.keys()]).map((term) => [term, index.documentsWith(term)]));
  const statistics = ticketStatistics({ documents: documents.length, averageLength: index.averageLength, averageGramLength }, frequencies);
  const positions = new Map(documents.map((document, at) => [document.id, at]));

  return queries.flatMap((query) => {
    const at = positions.get(query.id);
    const text = at === undefined ? undefined : texts[at];
    if (at === undefined || !text) return [];
    const draft = profileDraft(text, statistics);
    const candidates = index.search(draft.terms, TICKET_BM25, { before: at, limit: CANDIDATES }).flatMap((hit) => {
      const packed = grams[hit.at];
      return packed ? [{ id: documents[hit.at]?.id ?? "", at: hit.at, termScore: hit.score, grams: packed, youngerShare: (at - hit.at) / documents.length }] : [];
    });
    const ranked = rankCandidates(draft, candidates, statistics);
    const hits = ranked.map(({ id, rank }) => ({ id, score: rank }));
    const first = ranked[0];
    const best = first && texts[first.at];
    if (!best) return [{ id: query.id, hits, conf: 0 }];
    const comparison = compareTickets(text, best, { weightOf: statistics.weightOf, product: "unknown" });
    return [{ id: query.id, hits, conf: probabilityOf(ranked.map(({ rank }) => rank), 0, comparison, "all") }];
  });
}
