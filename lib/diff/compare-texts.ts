import { diffArrays } from "diff";
import { createBudget, compareParts, type Budget } from "./compare-parts";
import { pairParagraphs } from "./pair-paragraphs";
import type { DiffBlock } from "./types";

/** Edits between two lists of paragraphs that are looked for; beyond, the middle is all gone and all new. */
const MAX_EDITS = 1_000;

/**
 * Two Markdown texts, paragraph by paragraph, with the changed words inside. Blank lines only divide: how many there are is no change.
 * Bounded whatever the texts are: word by word while there are few changes, line by line in long paragraphs, whole paragraphs at last.
 */
export function compareTexts(before: string, after: string): DiffBlock[] {
  const changes = changesBetween(paragraphsOf(before), paragraphsOf(after));
  const budget = createBudget();
  return changes.flatMap((change) => ("same" in change ? change.same.map((text): DiffBlock => ({ kind: "same", text })) : blocksOf(change, budget)));
}

/** Whether somebody would see a difference. */
export function isChanged(blocks: readonly DiffBlock[]): boolean {
  return blocks.some(({ kind }) => kind !== "same");
}

export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  for (const line of [...text.replace(/\r\n?/g, "\n").split("\n"), ""]) {
    if (line.trim() !== "") lines.push(line);
    else if (lines.length > 0) {
      paragraphs.push(lines.join("\n"));
      lines = [];
    }
  }
  return paragraphs;
}

type Change = { same: string[] } | { removed: string[]; added: string[] };

function changesBetween(before: string[], after: string[]): Change[] {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const middle = changesInMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return [{ same: before.slice(0, start) }, ...middle, { same: before.slice(before.length - end) }];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((each, at) => each !== other[at]);
  return differs === -1 ? one.length : differs;
}

function changesInMiddle(before: string[], after: string[]): Change[] {
  const found = diffArrays(before, after, { maxEditLength: MAX_EDITS });
  if (!found) return [{ removed: before, added: after }];
  const changes: Change[] = [];
  for (const { added, removed, value } of found) {
    const last = changes.at(-1);
    if (!added && !removed) changes.push({ same: value });
    else if (last && "removed" in last) last[added ? "added" : "removed"].push(...value);
    else changes.push(added ? { removed: [], added: [...value] } : { removed: [...value], added: [] });
  }
  return changes;
}

function blocksOf({ removed, added }: { removed: string[]; added: string[] }, budget: Budget): DiffBlock[] {
  return pairParagraphs(removed, added).flatMap(([before, after]): DiffBlock[] => {
    if (before === null) return [{ kind: "added", text: after! }];
    if (after === null) return [{ kind: "removed", text: before }];
    const parts = compareParts({ before, after }, budget);
    return parts ? [{ kind: "changed", parts }] : [{ kind: "removed", text: before }, { kind: "added", text: after }];
  });
}
