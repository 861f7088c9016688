type Range = { start: number; end: number };

const LONGEST_QUOTE = 600;
const QUOTED = new RegExp(`«[^«»]{1,${LONGEST_QUOTE}}»|“[^“”]{1,${LONGEST_QUOTE}}”|"[^"\\n]{1,${LONGEST_QUOTE}}"|(?<![\\p{L}\\p{N}])'[^'\\n]{2,${LONGEST_QUOTE}}'(?![\\p{L}\\p{N}])`, "gu");
const QUOTED_LINE = /^[ \t]*>.*$/gm;
const FENCED = /^```[\s\S]*?(?:^```|$(?![\s\S]))/gm;

/** What somebody else said, or a log: stretches that are repeated, in order. */
export function quotationsOf(text: string): Range[] {
  const ranges = [QUOTED, QUOTED_LINE, FENCED].flatMap((form) => [...text.matchAll(form)].map(({ 0: quoted, index }) => ({ start: index, end: index + quoted.length })));
  return ranges.sort((a, b) => a.start - b.start);
}
