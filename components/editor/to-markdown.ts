import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { unified } from "unified";
import { isSameMark, type Inline, type Mark } from "./marks";
import type { Plain } from "./plain-doc";

/** Markdown as the desk writes it. */
export function writeMarkdown(blocks: readonly Plain[]): string {
  const tree: Root = { type: "root", children: blocks.map(nodeOf) };
  return writer.stringify(tree).replace(/\n$/, "");
}

const style: Options = {
  bullet: "-",
  rule: "-",
  listItemIndent: "one",
  fences: true,
  handlers: {
    /** A line break is a new line; where a new line would end the heading or the cell, it is written as what it is. */
    break: (_node, _parent, state) => (state.stack.includes("headingAtx") || state.stack.includes("tableCell") ? "&#xA;" : "\n"),
    /** An underscore inside of a word marks nothing; names such as wp_config stay legible. */
    text: (node, _parent, state, info) => state.safe(node.value, info).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, "_"),
  },
};
const writer = unified().use(remarkGfm).use(remarkStringify, style).freeze();

function nodeOf(block: Plain): RootContent {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", children: phrasing(block.inline) };
    case "heading":
      return { type: "heading", depth: block.attrs.level as 1 | 2 | 3 | 4 | 5 | 6, children: phrasing(block.inline) };
    case "blockquote":
      return { type: "blockquote", children: flow(block.content) };
    case "callout":
      return calloutOf(block);
    case "bulletList":
    case "orderedList":
      return listOf(block);
    case "codeBlock":
      return { type: "code", lang: block.attrs.language as string | null, meta: block.attrs.language ? (block.attrs.meta as string | null) : null, value: block.inline[0]?.text ?? "" };
    case "horizontalRule":
      return { type: "thematicBreak" };
    case "table":
      return tableOf(block);
    default:
      throw new Error(`There is no Markdown of "${block.type}".`);
  }
}

function flow(blocks: readonly Plain[]): (BlockContent | DefinitionContent)[] {
  return blocks.map(nodeOf) as (BlockContent | DefinitionContent)[];
}

/** The mark is written as HTML would be: as it stands, and not as text whose brackets are made harmless. */
function calloutOf({ attrs, content }: Plain): RootContent {
  const mark: PhrasingContent = { type: "html", value: `[!${String(attrs.kind).toUpperCase()}]` };
  const [first, ...rest] = content;
  if (first?.type !== "paragraph") return { type: "blockquote", children: [{ type: "paragraph", children: [mark] }, ...flow(content)] };
  return { type: "blockquote", children: [{ type: "paragraph", children: [mark, { type: "break" }, ...phrasing(first.inline)] }, ...flow(rest)] };
}

function listOf({ type, attrs, content }: Plain): List {
  const spread = Boolean(attrs.isSpread);
  const children = content.map((item): ListItem => ({ type: "listItem", checked: (item.attrs.checked as boolean | null) ?? null, spread, children: flow(item.content) }));
  return type === "orderedList" ? { type: "list", ordered: true, start: Number(attrs.start ?? 1), spread, children } : { type: "list", ordered: false, spread, children };
}

function tableOf({ content }: Plain): Table {
  const width = Math.max(1, ...content.map((row) => row.content.length));
  const align = Array.from({ length: width }, (_, column) => (content[0]?.content[column]?.attrs.align as "left" | "center" | "right" | null) ?? null);
  const children = content.map((row): TableRow => ({
    type: "tableRow",
    children: Array.from({ length: width }, (_, column): TableCell => ({ type: "tableCell", children: phrasing(row.content[column]?.inline ?? []) })),
  }));
  return { type: "table", align, children };
}

/** Marks become nodes around what has them, the longest one outside. */
function phrasing(nodes: readonly Inline[], around: readonly Mark[] = []): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; ) {
    const open = nodes[at]!.marks.filter((mark) => mark.type !== "code" && !around.some((outer) => isSameMark(outer, mark)));
    const runs = open.map((mark) => ({ mark, length: runOf(nodes, at, mark) }));
    const longest = runs.reduce<(typeof runs)[number] | null>((best, run) => (best === null || run.length > best.length ? run : best), null);
    if (longest === null) {
      written.push(leafOf(nodes[at]!));
      at += 1;
      continue;
    }
    written.push(...wrapped(longest.mark, phrasing(nodes.slice(at, at + longest.length), [...around, longest.mark])));
    at += longest.length;
  }
  return written;
}

function runOf(nodes: readonly Inline[], from: number, mark: Mark): number {
  const end = nodes.findIndex((node, at) => at > from && !node.marks.some((other) => isSameMark(other, mark)));
  return (end === -1 ? nodes.length : end) - from;
}

function leafOf({ type, text, attrs, marks }: Inline): PhrasingContent {
  if (type === "hardBreak") return { type: "break" };
  if (type === "image") return { type: "image", url: String(attrs.src), alt: String(attrs.alt), title: attrs.title as string | null };
  return { type: marks.some((mark) => mark.type === "code") ? "inlineCode" : "text", value: text };
}

const NODES = { bold: "strong", italic: "emphasis", strike: "delete" } as const;

/** Marks of emphasis cannot begin or end at white space: it goes outside. */
function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent[] {
  if (mark.type === "link") return [{ type: "link", url: mark.attrs!.href, title: mark.attrs!.title, children: children as never }];
  if (mark.type === "code") return children;
  const before: PhrasingContent[] = [];
  const after: PhrasingContent[] = [];
  for (let first = children[0]; first; first = children[0]) {
    const space = first.type === "text" ? /^\s*/.exec(first.value)![0] : "";
    if (first.type === "break") before.push(children.shift()!);
    else if (space !== "" && first.type === "text") {
      before.push({ type: "text", value: space });
      if (space.length === first.value.length) children.shift();
      else children[0] = { type: "text", value: first.value.slice(space.length) };
    } else break;
  }
  for (let last = children.at(-1); last; last = children.at(-1)) {
    const space = last.type === "text" ? /\s*$/.exec(last.value)![0] : "";
    if (last.type === "break") after.unshift(children.pop()!);
    else if (space !== "" && last.type === "text") {
      after.unshift({ type: "text", value: space });
      children[children.length - 1] = { type: "text", value: last.value.slice(0, -space.length) };
      if (space.length === last.value.length) children.pop();
    } else break;
  }
  return children.length === 0 ? [...before, ...after] : [...before, { type: NODES[mark.type], children: children as never }, ...after];
}
