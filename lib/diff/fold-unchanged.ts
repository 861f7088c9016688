import type { DiffBlock, DiffStretch } from "./types";

/** Unchanged paragraphs that stay in sight on each side of a change. */
const CONTEXT = 1;
/** Fewer are shown: a fold is longer to read than they are. */
const WORTH_FOLDING = 2;

/** Folds what did not change and is away from every change. */
export function foldUnchanged(blocks: readonly DiffBlock[]): DiffStretch[] {
  const stretches: DiffStretch[] = [];
  for (const run of runsOf(blocks)) {
    if (run.isSame && run.to - run.from >= WORTH_FOLDING) stretches.push({ kind: "folded", blocks: blocks.slice(run.from, run.to) });
    else if (stretches.at(-1)?.kind === "shown") stretches.at(-1)!.blocks.push(...blocks.slice(run.from, run.to));
    else stretches.push({ kind: "shown", blocks: blocks.slice(run.from, run.to) });
  }
  return stretches;
}

type Run = { isSame: boolean; from: number; to: number };

/** Runs of blocks far from a change, and of those near one. */
function runsOf(blocks: readonly DiffBlock[]): Run[] {
  const isNear = Array.from(blocks, () => false);
  for (const [at, { kind }] of blocks.entries()) {
    if (kind !== "same") isNear.fill(true, Math.max(0, at - CONTEXT), at + CONTEXT + 1);
  }
  const runs: Run[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const last = runs.at(-1);
    if (last && last.isSame === !isNear[at]) last.to = at + 1;
    else runs.push({ isSame: !isNear[at], from: at, to: at + 1 });
  }
  return runs;
}
