import { stemOf } from "@/lib/search/stems";
import { foldText } from "@/lib/search/text";
import type { LinkReason, TicketLink } from "./links";

const MOST_NAMES = 3;
const MOST_WORDS = 4;
/** What stands in this share of a cluster's links is what it is about. */
const SHARED_BY = 0.5;

/** What a cluster is about: names (domains, addresses, codes) and words that its tickets share, the most shared first. */
export type ClusterTopic = { names: string[]; words: string[] };

export function topicOf(links: readonly Pick<TicketLink, "reasons">[]): ClusterTopic {
  const namesOf = (kind: "identifier" | "code") => countsOf(links.map(({ reasons }) => reasons.flatMap((reason) => (reason.kind === kind ? [reason.value] : []))), (name) => name.toLowerCase());
  // A server or a domain tells more than the code that it answers.
  const names = [...mostShared(namesOf("identifier"), links.length), ...mostShared(namesOf("code"), links.length)];
  // One word in singular and plural is one word; where a mixture of two languages is stemmed as one, a word at most stands twice.
  const words = countsOf(links.map(({ reasons }) => reasons.flatMap(wordsOf)), (word) => stemOf(foldText(word), "es"));
  const pieces = new Set(names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  return { names: names.slice(0, MOST_NAMES), words: mostShared(words, links.length).filter((word) => !pieces.has(word.toLowerCase())).slice(0, MOST_WORDS) };
}

function wordsOf(reason: LinkReason): string[] {
  return reason.kind === "terms" ? reason.words : [];
}

type Counted = { text: string; count: number; places: number };

/**
 * In how many links each text stands; among equals those that the reasons name earlier, being heavier. A text is written as in the first of
 * the alphabet, so that the order of links changes nothing.
 */
function countsOf(texts: string[][], keyOf: (text: string) => string): Counted[] {
  const counts = new Map<string, Counted>();
  for (const each of texts) {
    const seen = new Set<string>();
    for (const [place, text] of each.entries()) {
      const key = keyOf(text);
      const known = counts.get(key) ?? { text, count: 0, places: 0 };
      const isFirst = !seen.has(key);
      seen.add(key);
      counts.set(key, { text: text < known.text ? text : known.text, count: known.count + (isFirst ? 1 : 0), places: known.places + (isFirst ? place : 0) });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.places - b.places || (a.text < b.text ? -1 : 1));
}

function mostShared(counts: Counted[], links: number): string[] {
  return counts.filter(({ count }) => count >= links * SHARED_BY).map(({ text }) => text);
}
