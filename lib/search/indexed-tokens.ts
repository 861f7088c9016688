import type { Analysis } from "./analysis";
import type { Token } from "./types";

/** A word as the index keeps it: lower case as written (accents stay, for showing), and the term it is found under. */
export type IndexedToken = { surface: string; term: string };
export type IndexedTokens = { title: IndexedToken[]; body: IndexedToken[] };

/** Raised when tokens, terms or their stored form change: texts indexed by an older one are indexed anew beside live use. */
export const ANALYSIS_VERSION = 1;

/** Of a longer text only this much can be found. */
const MAX_BODY_TOKENS = 4_000;
const MAX_TITLE_TOKENS = 200;
const MAX_SURFACE = 60;

/** The words of a text that count: without stop words, unless it has no others ("esto no va" must find something). */
export function indexedTokens({ titleTokens, bodyTokens }: Pick<Analysis, "titleTokens" | "bodyTokens">): IndexedTokens {
  const isContent = (token: Token) => !token.isStopWord;
  const hasContent = titleTokens.some(isContent) || bodyTokens.some(isContent);
  const wanted = (tokens: readonly Token[], most: number) => (hasContent ? tokens.filter(isContent) : tokens).slice(0, most).map(toIndexed);
  return { title: wanted(titleTokens, MAX_TITLE_TOKENS), body: wanted(bodyTokens, MAX_BODY_TOKENS) };
}

function toIndexed({ surface, term }: Token): IndexedToken {
  return { surface: surface.slice(0, MAX_SURFACE).toWellFormed().toLowerCase(), term };
}

/** One line for the title, one for the body; words apart by spaces, each with its term after a bar. No token holds any of the three. */
export function encodeTokens({ title, body }: IndexedTokens): string {
  const line = (tokens: readonly IndexedToken[]) => tokens.map(encodeToken).join(" ");
  return `${line(title)}\n${line(body)}`;
}

export function decodeTokens(stored: string): IndexedTokens {
  const [title = "", body = ""] = stored.split("\n");
  return { title: decodeLine(title), body: decodeLine(body) };
}

function decodeLine(line: string): IndexedToken[] {
  if (line === "") return [];
  return line.split(" ").map(decodeToken);
}

export function encodeToken({ surface, term }: IndexedToken): string {
  return surface === term ? surface : `${surface}|${term}`;
}

export function decodeToken(stored: string): IndexedToken {
  const bar = stored.indexOf("|");
  return bar === -1 ? { surface: stored, term: stored } : { surface: stored.slice(0, bar), term: stored.slice(bar + 1) };
}
