import { letterEdge } from "./text";
import { tokensOf } from "./tokens";
import type { Language, TextRange, TextSegment, Token } from "./types";

export type MatchTest = (token: Token) => boolean;

/** Where the tokens that match stand, merged and in order. */
export function matchRanges(tokens: readonly Token[], isMatch: MatchTest): TextRange[] {
  const ranges: TextRange[] = [];
  const matching = tokens.filter((token) => !token.isStopWord && isMatch(token)).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end } of matching) {
    const last = ranges.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

export function segmentsOf(text: string, ranges: readonly TextRange[]): TextSegment[] {
  const segments: TextSegment[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) segments.push({ text: text.slice(at, start), isMatch: false });
    segments.push({ text: text.slice(start, end), isMatch: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), isMatch: false });
  return segments;
}

export function highlight(text: string, language: Language, isMatch: MatchTest): TextSegment[] {
  return segmentsOf(text, matchRanges(tokensOf(text, language), isMatch));
}

/** A text as passages are cut from it: on one line, with the tokens that count, those that match at least. */
export type Readable = { flat: string; tokens: readonly Token[] };

export function flatText(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function readableOf(text: string, language: Language): Readable {
  const flat = flatText(text);
  return { flat, tokens: tokensOf(flat, language).filter((token) => !token.isStopWord) };
}

/** The stretch of about `length` units that holds the most weight of distinct matches, cut at spaces, with "…" where it was cut. */
export function passageOf({ flat, tokens }: Readable, weightOf: (token: Token) => number, length = 200): TextSegment[] {
  const { start, end } = cutAtSpaces(flat, bestWindow(tokens, weightOf, length), length);
  const inside = tokens.filter((token) => token.start >= start && token.end <= end);
  const ranges = matchRanges(inside, (token) => weightOf(token) > 0).map((range) => ({ start: range.start - start, end: range.end - start }));
  const segments = segmentsOf(flat.slice(start, end), ranges);
  if (start > 0) segments.unshift({ text: "… ", isMatch: false });
  if (end < flat.length) segments.push({ text: " …", isMatch: false });
  return segments;
}

/** Start of the best window: two pointers over the matching tokens, a term counted once. */
function bestWindow(tokens: readonly Token[], weightOf: (token: Token) => number, length: number): number {
  const matching = tokens.filter((token) => weightOf(token) > 0);
  const counts = new Map<string, number>();
  let left = 0;
  let weight = 0;
  let best = { weight: 0, start: 0 };
  for (const token of matching) {
    const count = counts.get(token.term) ?? 0;
    if (count === 0) weight += weightOf(token);
    counts.set(token.term, count + 1);
    for (let first = matching[left]; first && token.end - first.start > length * 0.7; first = matching[left]) {
      const remaining = (counts.get(first.term) ?? 1) - 1;
      counts.set(first.term, remaining);
      if (remaining === 0) weight -= weightOf(first);
      left += 1;
    }
    if (weight > best.weight + 1e-9) best = { weight, start: matching[left]?.start ?? token.start };
  }
  return best.start;
}

function cutAtSpaces(text: string, firstMatch: number, length: number): TextRange {
  if (text.length <= length) return { start: 0, end: text.length };
  const wanted = letterEdge(text, Math.max(0, Math.min(firstMatch - Math.floor(length * 0.15), text.length - length)));
  const spaceBefore = wanted === 0 ? 0 : text.indexOf(" ", wanted) + 1;
  const start = spaceBefore > 0 && spaceBefore <= firstMatch ? spaceBefore : wanted;
  const limit = letterEdge(text, Math.min(text.length, start + length));
  const spaceAfter = limit === text.length ? limit : text.lastIndexOf(" ", limit);
  return { start, end: spaceAfter > start ? spaceAfter : limit };
}
