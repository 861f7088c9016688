import type { JSONContent } from "@tiptap/core";
import { hasSameMarks, marksOf, type Inline } from "./marks";

/** A block as Markdown can say it: without what is empty, with the attributes that count, its marks in one order. */
export type Plain = { type: string; attrs: Record<string, unknown>; content: Plain[]; inline: Inline[] };

const ATTRS: Record<string, readonly string[]> = {
  heading: ["level"],
  callout: ["kind"],
  bulletList: ["isSpread"],
  orderedList: ["start", "isSpread"],
  listItem: ["checked"],
  codeBlock: ["language", "meta"],
  tableHeader: ["align"],
  tableCell: ["align"],
};

/** The blocks of a document. Two documents with the same ones read the same. */
export function plainBlocks(nodes: readonly JSONContent[] | undefined): Plain[] {
  return (nodes ?? []).flatMap(plainBlock);
}

function plainBlock(node: JSONContent): Plain[] {
  const type = node.type ?? "";
  const attrs = Object.fromEntries((ATTRS[type] ?? []).map((name) => [name, name === "checked" ? (node.attrs?.[name] ?? null) : node.attrs?.[name] || null]));
  switch (type) {
    case "paragraph":
      // Two line breaks together are the end of a paragraph.
      return paragraphsOf(node.content).map((inline) => ({ type, attrs, content: [], inline }));
    case "heading": {
      const inline = paragraphsOf(node.content).flat();
      return inline.length === 0 ? [] : [{ type, attrs, content: [], inline }];
    }
    case "codeBlock":
      return [{ type, attrs, content: [], inline: [{ type: "text", text: (node.content ?? []).map((each) => each.text ?? "").join(""), attrs: {}, marks: [] }] }];
    case "horizontalRule":
      return [{ type, attrs, content: [], inline: [] }];
    case "table":
      return [{ type, attrs, content: (node.content ?? []).map(plainRow), inline: [] }];
    default:
      return [{ type, attrs, content: plainBlocks(node.content), inline: [] }];
  }
}

function plainRow(row: JSONContent): Plain {
  const cells = (row.content ?? []).flatMap((cell): Plain[] => {
    const attrs = { align: cell.attrs?.align || null };
    // A cell is one line; its paragraphs follow each other in it.
    const inline = (cell.content ?? []).flatMap((block) => paragraphsOf(block.content)).reduce<Inline[]>((all, each) => (all.length === 0 ? each : [...all, BREAK, ...each]), []);
    const empty = Array.from({ length: Math.max(0, Number(cell.attrs?.colspan ?? 1) - 1) }, (): Plain => ({ type: "cell", attrs, content: [], inline: [] }));
    return [{ type: "cell", attrs, content: [], inline }, ...empty];
  });
  return { type: "tableRow", attrs: {}, content: cells, inline: [] };
}

const BREAK: Inline = { type: "hardBreak", text: "", attrs: {}, marks: [] };

/** Cut where two line breaks meet; without white space at the ends of lines, and without what is empty. */
function paragraphsOf(nodes: readonly JSONContent[] | undefined): Inline[][] {
  const paragraphs: Inline[][] = [[]];
  let lines: Inline[][] = [[]];
  const end = () => {
    const kept = lines.map(trimmed).filter((line) => line.length > 0);
    paragraphs.push(kept.flatMap((line, at) => (at === 0 ? line : [breakBetween(kept[at - 1]!, line), ...line])));
    lines = [[]];
  };
  for (const node of inlineOf(nodes)) {
    if (node.type !== "hardBreak") lines.at(-1)!.push(node);
    else if (lines.length > 1 && trimmed(lines.at(-1)!).length === 0) end();
    else lines.push([]);
  }
  end();
  return paragraphs.filter((each) => each.length > 0);
}

/** Marked by what both of its sides have. */
function breakBetween(before: readonly Inline[], after: readonly Inline[]): Inline {
  const last = before.at(-1)?.marks ?? [];
  const marks = last.filter((mark) => mark.type !== "code" && after[0]?.marks.some((other) => hasSameMarks([mark], [other])));
  return { ...BREAK, marks };
}

function inlineOf(nodes: readonly JSONContent[] | undefined): Inline[] {
  const found: Inline[] = [];
  for (const node of nodes ?? []) {
    const marks = marksOf(node);
    const last = found.at(-1);
    if (node.type === "text" && last?.type === "text" && hasSameMarks(last.marks, marks)) last.text += node.text ?? "";
    else if (node.type === "text") found.push({ type: "text", text: node.text ?? "", attrs: {}, marks });
    else if (node.type === "hardBreak") found.push({ ...BREAK });
    // A picture that is on its way has no address yet.
    else if (node.type === "image" && node.attrs?.src) found.push({ type: "image", text: "", attrs: { src: node.attrs.src, alt: node.attrs.alt || "", title: node.attrs.title || null }, marks });
  }
  return found;
}

/** White space at the ends goes; what is only white space loses its marks with them. */
function trimmed(line: readonly Inline[]): Inline[] {
  const kept = line.map((each) => ({ ...each }));
  while (kept[0]?.type === "text" && isOpen(kept[0]) && (kept[0].text = kept[0].text.trimStart()) === "") kept.shift();
  for (let last = kept.at(-1); last?.type === "text" && isOpen(last) && (last.text = last.text.trimEnd()) === ""; last = kept.at(-1)) kept.pop();
  return kept;
}

function isOpen({ marks }: Inline): boolean {
  return !marks.some(({ type }) => type === "code");
}
