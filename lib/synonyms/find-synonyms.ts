import type { Token } from "@/lib/search/types";
import type { Branch, CompiledSynonyms, Ending } from "./compile-synonyms";
import type { SynonymMatch } from "./types";
import { wordsOf, type Word } from "./words";

/** The words of one expression stand side by side, a space or a hyphen apart: "no, abre bien" says the opposite of "no abre". */
const MAX_GAP = 1;

/**
 * The expressions of the operator in a text, from left to right, the longest first; no token is in two of them. Linear: from each word
 * the tree is followed no further than the longest expression.
 */
export function synonymsIn(tokens: readonly Token[], { root }: CompiledSynonyms): SynonymMatch[] {
  if (root.next.size === 0) return [];
  const words = wordsOf(tokens);
  const matches: SynonymMatch[] = [];
  for (let at = 0; at < words.length; ) {
    const ending = longestFrom(words, at, root);
    if (ending) matches.push(matchOf(ending, words.slice(at, at + ending.length)));
    at += ending?.length ?? 1;
  }
  return matches;
}

function longestFrom(words: readonly Word[], from: number, root: Branch): Ending | null {
  let branch = root;
  let longest: Ending | null = null;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at]!;
    const next = branch.next.get(word.key);
    if (!next || (at > from && word.start - words[at - 1]!.end > MAX_GAP)) break;
    branch = next;
    longest = branch.ending ?? longest;
  }
  return longest;
}

function matchOf({ groupId, expression, leadsTo, others }: Ending, words: readonly Word[]): SynonymMatch {
  return { groupId, expression, tokens: words.map(({ index }) => index), start: words[0]!.start, end: words.at(-1)!.end, leadsTo, others };
}
