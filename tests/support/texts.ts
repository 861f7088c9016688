import { analyseText } from "@/lib/search/analysis";
import { indexedTokens, type IndexedTokens } from "@/lib/search/indexed-tokens";
import type { Prior } from "@/lib/search/lexicon";
import { TextIndex } from "@/lib/search/text-index";

/** Words that are their own terms, so that counts can be made by hand; texts as "title | body" or as a body alone. */
export function plainTokens(text: string): IndexedTokens {
  const [first = "", second] = text.split(" | ");
  const words = (line: string) => line.split(" ").filter(Boolean).map((word) => ({ surface: word, term: word }));
  return second === undefined ? { title: [], body: words(first) } : { title: words(first), body: words(second) };
}

export function plainIndex(texts: Record<string, string>, prior?: Prior): TextIndex {
  const index = new TextIndex(prior);
  for (const [id, text] of Object.entries(texts)) index.add(id, plainTokens(text));
  return index;
}

/** As the product takes texts apart: "title | body", or a title that is its own body. */
export function readText(text: string) {
  const [title = "", body = title] = text.split(" | ");
  return analyseText({ title, body });
}

export function indexOfTexts(texts: Record<string, string>, prior?: Prior): TextIndex {
  const index = new TextIndex(prior);
  for (const [id, text] of Object.entries(texts)) index.add(id, indexedTokens(readText(text)));
  return index;
}
