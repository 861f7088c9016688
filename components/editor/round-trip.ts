import type { JSONContent } from "@tiptap/core";
import { isTangled } from "@/lib/markdown/limits";
import { parseMarkdown } from "@/lib/markdown/parse";
import { blocksOf, docFromTree, UnknownNode } from "./from-markdown";
import { plainBlocks, type Plain } from "./plain-doc";
import { writeMarkdown } from "./to-markdown";

/** How each block of a text was spelt, by what it says. */
export type Spelling = ReadonlyMap<string, string>;
export type ReadText = { doc: JSONContent; spelling: Spelling };

/** Longer ones would make typing slow. */
const EDITED_MAX = 100_000;

/**
 * A text as the editor shows it. Null when it could not be written again so that it says the same: then it stays in Markdown, and nothing
 * of it is lost.
 */
export function readText(text: string): ReadText | "too-long" | null {
  const lines = text.replace(/\r\n?/g, "\n");
  if (lines.length > EDITED_MAX) return "too-long";
  if (isTangled(lines)) return null;
  try {
    const doc = docFromTree(parseMarkdown(lines));
    const blocks = plainBlocks(doc.content);
    return saysTheSame(writeMarkdown(blocks), blocks) ? { doc, spelling: spellingOf(lines) } : null;
  } catch (error) {
    if (error instanceof UnknownNode) return null;
    throw error;
  }
}

/** The text of a document. What was not touched keeps the spelling that it had, so that a version differs where its author changed it. */
export function writeText(doc: JSONContent, spelling: Spelling): string {
  const blocks = plainBlocks(doc.content);
  const kept = blocks.map((block) => spelling.get(JSON.stringify(block)) ?? writeMarkdown([block])).join("\n\n");
  // Side by side two of them may mean something else: two lists become one.
  return saysTheSame(kept, blocks) ? kept : writeMarkdown(blocks);
}

function saysTheSame(text: string, blocks: readonly Plain[]): boolean {
  try {
    return JSON.stringify(plainBlocks(docFromTree(parseMarkdown(text)).content)) === JSON.stringify(blocks);
  } catch (error) {
    if (error instanceof UnknownNode) return false;
    throw error;
  }
}

function spellingOf(text: string): Spelling {
  const { children } = parseMarkdown(text);
  // What is defined elsewhere or noted at the foot is not in its block alone.
  if (children.some((node) => node.type === "definition") || text.includes("[^")) return new Map();
  const spelling = new Map<string, string>();
  for (const node of children) {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    const [block, another] = plainBlocks(blocksOf(node));
    const from = text.lastIndexOf("\n", start.offset - 1) + 1;
    if (block && !another && text.slice(from, start.offset).trim() === "") spelling.set(JSON.stringify(block), text.slice(from, end.offset));
  }
  return spelling;
}
