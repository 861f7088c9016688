/**
 * Whether a text is built so that parsing it as Markdown costs seconds or overflows the stack: nesting and marks that no person writes, at
 * a length that a message may have (20,000 characters). Measured with the corpus of tests/unit/markdown/tangled.test.ts.
 */
export function isTangled(text: string): boolean {
  return (
    count(text, /\n/g) > MOST.lines ||
    hasDeepLine(text) ||
    count(text, /\[/g) > MOST.brackets ||
    count(text, /\|/g) > MOST.cells ||
    count(text, /^[ \t]{0,3}(?:=+|-+)[ \t]*$/gm) > MOST.underlines ||
    text.split(/\n[ \t]*\n/).some((block) => count(block, /[*_~]/g) > MOST.emphasisMarksInBlock || cellsOf(block) > MOST.cellsInTable)
  );
}

const MOST = {
  lines: 3_000,
  nesting: 6,
  brackets: 2_000,
  cells: 6_000,
  underlines: 200,
  emphasisMarksInBlock: 1_000,
  cellsInTable: 30_000,
};

/** That a table of these lines would have: each row is filled up to the widest. */
function cellsOf(block: string): number {
  if (!block.includes("|")) return 0;
  const lines = block.split("\n");
  return lines.length * Math.max(...lines.map((line) => count(line, /\|/g)));
}

function hasDeepLine(text: string): boolean {
  return text.split("\n").some((line) => {
    const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0];
    return markers !== undefined && count(markers, />|[-+*]|\d+[.)]/g) > MOST.nesting;
  });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
