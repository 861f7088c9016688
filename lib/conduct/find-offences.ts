import { SCORN } from "@/lib/conduct/lexicon";
import { foulPhrases, isScornOfSomebody, threats } from "@/lib/conduct/phrases";
import { quotationsOf } from "@/lib/conduct/quotations";
import type { Offence } from "@/lib/conduct/types";
import { readWords, type ReadWord } from "@/lib/conduct/words";

/** Of a longer text the rest is not read. */
const MOST_READ = 50_000;

/**
 * Probable insults and threats in a text, in its order (policy, 9). Marks, and judges nothing: a person decides. What is quoted is somebody
 * else's word, unless it is thrown at somebody ('son unos "idiotas"'). Time is linear in the length.
 */
export function findOffences(text: string): Offence[] {
  const read = text.slice(0, MOST_READ);
  const words = readWords(read);
  const found: Offence[] = [];
  const mark = (kind: Offence["kind"], from: ReadWord, to: ReadWord) => found.push({ kind, start: from.start, end: to.end });
  words.forEach((word, at) => {
    const isScorn = SCORN.has(word.word) && isScornOfSomebody(words, at);
    if ((word.isFoul && !isMentioned(words, at)) || isScorn) mark("insult", word, word);
  });
  for (const { from, to } of foulPhrases(words)) mark("insult", words[from]!, words[to]!);
  for (const { from, to } of threats(words)) mark("threat", words[from]!, words[to]!);
  return apart(withoutQuoted(found, quotationsOf(read), words));
}

type Range = { start: number; end: number };

/** Both in order, so that each is looked at once. */
function withoutQuoted(found: readonly Offence[], quotations: readonly Range[], words: readonly ReadWord[]): Offence[] {
  const repeated = quotations.filter(({ start }) => !isThrown(words, start));
  let at = 0;
  // How far the quotations reach that began so far: one may stand within another.
  let reach = 0;
  return found.toSorted((a, b) => a.start - b.start).filter(({ start, end }) => {
    for (; at < repeated.length && repeated[at]!.start <= start; at += 1) reach = Math.max(reach, repeated[at]!.end);
    return end > reach;
  });
}

/** "la palabra …", "palabras como …": it is talked about, not said. */
function isMentioned(words: readonly ReadWord[], at: number): boolean {
  return /(?:^| )(?:palabras?|groserias?|insultos?|words?)(?: (?:como|es|like))?$/.test(words.slice(Math.max(0, at - 2), at).map(({ word }) => word).join(" "));
}

/** The words before a quotation make it the writer's own: "son unos «…»", "bola de «…»". */
function isThrown(words: readonly ReadWord[], at: number): boolean {
  const next = firstFrom(words, at);
  const before = words.slice(Math.max(0, next - 2), next).map(({ word }) => word).join(" ");
  return /^(?:son (?:unos|unas|puros)|eres (?:un|una)|(?:bola|par|punta) de|you are|bunch of)$/.test(before);
}

/** The place of the first word that begins at or after. */
function firstFrom(words: readonly ReadWord[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of those that touch one, the one that begins first; a threat goes before an insult. */
function apart(offences: Offence[]): Offence[] {
  const sorted = offences.toSorted((a, b) => a.start - b.start || (a.kind === "threat" ? -1 : 1) || b.end - a.end);
  const kept: Offence[] = [];
  for (const offence of sorted) {
    const last = kept.at(-1);
    if (last && offence.start < last.end) last.end = Math.max(last.end, offence.end);
    else kept.push({ ...offence });
  }
  return kept;
}
