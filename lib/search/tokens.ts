import { hostOf, identifierOf } from "./identifiers";
import { MAX_TERM_LENGTH, stemOf } from "./stems";
import { isAddressPart, isStopWord } from "./stop-words";
import { foldWord } from "./text";
import type { Identifier, Language, Token } from "./types";

const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.@:/\\#%&=?+~'’-]*/gu;
const PART = /[\p{Lu}]?[\p{Ll}\p{Lo}\p{M}]+|[\p{Lu}\p{M}]+(?![\p{Ll}])|\p{N}+|[\p{L}\p{M}]+/gu;
const PLAIN_WORD = /^[\p{L}\p{M}]+$/u;
const MAX_CHUNK_LENGTH = 100;
const MAX_TOKENS = 6_000;
/** A text with more distinct words than this is a log or noise; stemming them all would take too long. */
const MAX_DISTINCT = 1_200;
const MAX_PARTS = 20;
const MAX_REMEMBERED = 40;

/**
 * The tokens of a cleaned text, in order. An identifier gives a token of its own and the tokens of its parts, over the same range:
 * "ana@acme.example" is found as itself, as "acme.example" and as "acme".
 */
export function tokensOf(text: string, language: Language): Token[] {
  const tokens: Token[] = [];
  const seen = new Set<string>();
  let before = "";
  for (const match of text.matchAll(CHUNK)) {
    const chunk = trimEnd(match[0]);
    const known = PLAIN_WORDS[language].get(chunk);
    const folded = known?.folded ?? foldWord(chunk.slice(0, MAX_CHUNK_LENGTH));
    if (known) tokens.push(tokenOf(known, chunk, match.index));
    else addChunk(tokens, { chunk, folded, before, start: match.index, language });
    before = folded;
    seen.add(folded);
    if (tokens.length >= MAX_TOKENS || seen.size >= MAX_DISTINCT) break;
  }
  return tokens;
}

/** What is known of a plain word by itself, whatever stands beside it: most words of a text were met before. */
type PlainWord = { folded: string } & Pick<Token, "term" | "isStopWord" | "identifier">;

const MEMORY_LIMIT = 50_000;
const PLAIN_WORDS: Record<Language, Map<string, PlainWord>> = { es: new Map(), en: new Map() };

function remember(surface: string, word: PlainWord, language: Language): void {
  const memory = PLAIN_WORDS[language];
  if (memory.size >= MEMORY_LIMIT) memory.clear();
  // A piece of a long text would keep all of it in memory.
  memory.set(` ${surface}`.slice(1), word);
}

function tokenOf({ term, isStopWord: isStop, identifier }: PlainWord, surface: string, start: number): Token {
  return { term, surface, start, end: start + surface.length, isStopWord: isStop, identifier };
}

type Chunk = { chunk: string; folded: string; before: string; start: number; language: Language };

function addChunk(tokens: Token[], { chunk, folded, before, start, language }: Chunk): void {
  const end = start + chunk.length;
  const isPlain = PLAIN_WORD.test(chunk);
  const identifier = chunk.length <= MAX_CHUNK_LENGTH ? identifierOf(chunk, folded, before) : null;
  if (isPlain && !isWhole(identifier)) {
    const token = wordToken({ surface: chunk, start, language, identifier });
    if (chunk.length <= MAX_REMEMBERED) remember(chunk, { folded, term: token.term, isStopWord: token.isStopWord, identifier }, language);
    tokens.push(token);
    return;
  }
  if (isWhole(identifier)) {
    const term = isPlain ? stemOf(folded, language) : identifier.value.slice(0, MAX_TERM_LENGTH).toWellFormed();
    tokens.push({ term, surface: chunk, start, end, isStopWord: false, identifier });
  }
  const host = hostOf(folded);
  if (host && host !== identifier?.value) {
    tokens.push({ term: host.slice(0, MAX_TERM_LENGTH), surface: chunk, start, end, isStopWord: false, identifier: { kind: "domain", value: host } });
  }
  if (identifier && /^\d+$/.test(identifier.value)) return;
  addParts(tokens, { chunk, start, language });
}

/** Months are words first; other identifiers are terms of their own. */
function isWhole(identifier: Identifier | null): identifier is Identifier {
  return identifier !== null && identifier.kind !== "month";
}

function addParts(tokens: Token[], { chunk, start, language }: { chunk: string; start: number; language: Language }): void {
  let parts = 0;
  for (const match of chunk.slice(0, 2_000).matchAll(PART)) {
    if (++parts > MAX_PARTS) return;
    tokens.push(wordToken({ surface: match[0], start: start + match.index, language, identifier: null }));
  }
}

function wordToken({ surface, start, language, identifier }: { surface: string; start: number; language: Language; identifier: Identifier | null }): Token {
  const folded = foldWord(surface.slice(0, MAX_CHUNK_LENGTH));
  const isStop = isStopWord(folded, language) || isAddressPart(folded) || (folded.length === 1 && !/\d/.test(folded));
  return { term: stemOf(folded, language), surface, start, end: start + surface.length, isStopWord: isStop, identifier };
}

function trimEnd(chunk: string): string {
  let end = chunk.length;
  while (end > 1 && !isWordUnit(chunk.charCodeAt(end - 1))) end -= 1;
  return chunk.slice(0, end);
}

/** The ASCII marks a chunk may hold are none of them parts of a word; everything else in it is. */
function isWordUnit(unit: number): boolean {
  if (unit === 0x2019) return false;
  return unit > 127 || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
