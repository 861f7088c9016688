import type { TextIndex } from "@/lib/search/text-index";
import type { Token } from "@/lib/search/types";

/** How the words that are asked for are written in one text of the index, each with its term: what is to be marked there. */
export function surfacesOf(index: TextIndex, at: number, weights: ReadonlyMap<string, number>): Map<string, string> {
  const surfaces = new Map<string, string>();
  for (const words of [index.titleAt(at), index.bodyAt(at)]) {
    for (const word of words) {
      const term = index.terms[index.termOf(word)]!;
      if ((weights.get(term) ?? 0) > 0) surfaces.set(index.surfaceOf(word), term);
    }
  }
  return surfaces;
}

/**
 * Where these words stand in a text, in order, as tokens. The index has read the text already: only what it found is looked for, which takes
 * a twentieth of reading it again. Offsets are those of `text`.
 */
export function matchesIn(text: string, surfaces: ReadonlyMap<string, string>): Token[] {
  const lower = lowerKeepingOffsets(text);
  const found: Token[] = [];
  for (const [surface, term] of surfaces) {
    for (let start = lower.indexOf(surface); start !== -1; start = lower.indexOf(surface, start + surface.length)) {
      const end = start + surface.length;
      if (isWordEdge(lower, start - 1) && isWordEdge(lower, end)) found.push({ term, surface: text.slice(start, end), start, end, isStopWord: false, identifier: null });
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A few letters have no lower case of their own length ("İ"): they stay as they are. */
function lowerKeepingOffsets(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : Array.from(text, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter)).join("");
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

function isWordEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || !WORD.test(text.charAt(at));
}
