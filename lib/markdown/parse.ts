import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { remarkCallouts } from "./callouts";
import { remarkKeepTyped } from "./keep-typed";

/**
 * The one grammar of the desk's Markdown, up to the tree that means the same as the text: what pages render, and what the editor shows.
 * Nodes know where in the text they stand.
 */
export const markdownGrammar = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkKeepTyped).use(remarkCallouts).freeze();

export function parseMarkdown(text: string): Root {
  return markdownGrammar.runSync(markdownGrammar.parse(text)) as Root;
}
