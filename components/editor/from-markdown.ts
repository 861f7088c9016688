import type { JSONContent } from "@tiptap/core";
import type { Blockquote, Definition, List, ListItem, PhrasingContent, Root, RootContent, Table } from "mdast";

/** A node that the editor has no form for: the text stays in Markdown. */
export class UnknownNode extends Error {}

type Mark = NonNullable<JSONContent["marks"]>[number];
type Definitions = ReadonlyMap<string, Definition>;

/** What the editor shows of a text. References become what they refer to. @throws UnknownNode */
export function docFromTree(tree: Root): JSONContent {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  return { type: "doc", content: orEmpty(tree.children.flatMap((node) => blocksOf(node, definitions))) };
}

/** Of a node that stands at the top or in a quotation, a callout or a list. */
export function blocksOf(node: RootContent, definitions: Definitions = new Map()): JSONContent[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", content: inlineOf(node.children, definitions) }];
    case "heading":
      return [{ type: "heading", attrs: { level: node.depth }, content: inlineOf(node.children, definitions) }];
    case "blockquote":
      return [quoteOf(node, definitions)];
    case "list":
      return [listOf(node, definitions)];
    case "code":
      return [{ type: "codeBlock", attrs: { language: node.lang ?? null, meta: node.meta ?? null }, content: node.value === "" ? [] : [{ type: "text", text: node.value }] }];
    case "thematicBreak":
      return [{ type: "horizontalRule" }];
    case "table":
      return [tableOf(node, definitions)];
    case "definition":
      // Only at the top its references are known to all.
      return [];
    default:
      throw new UnknownNode(node.type);
  }
}

function quoteOf(node: Blockquote, definitions: Definitions): JSONContent {
  const content = orEmpty(node.children.flatMap((child) => blocksOf(child, definitions)));
  const kind = node.data?.callout;
  return kind ? { type: "callout", attrs: { kind }, content } : { type: "blockquote", content };
}

function listOf(node: List, definitions: Definitions): JSONContent {
  const content = node.children.map((item) => itemOf(item, definitions));
  // One of them apart makes all of them apart on the page.
  const isSpread = Boolean(node.spread) || node.children.some((item) => item.spread);
  return node.ordered ? { type: "orderedList", attrs: { start: node.start ?? 1, isSpread }, content } : { type: "bulletList", attrs: { isSpread }, content };
}

function itemOf(item: ListItem, definitions: Definitions): JSONContent {
  return { type: "listItem", attrs: { checked: item.checked ?? null }, content: orEmpty(item.children.flatMap((child) => blocksOf(child, definitions))) };
}

function tableOf(node: Table, definitions: Definitions): JSONContent {
  const width = Math.max(...node.children.map((row) => row.children.length));
  const content = node.children.map((row, at) => ({
    type: "tableRow",
    content: Array.from({ length: width }, (_, column) => ({
      type: at === 0 ? "tableHeader" : "tableCell",
      attrs: { align: node.align?.[column] ?? null },
      content: [{ type: "paragraph", content: inlineOf(row.children[column]?.children ?? [], definitions) }],
    })),
  }));
  return { type: "table", content };
}

function inlineOf(nodes: readonly PhrasingContent[], definitions: Definitions, marks: readonly Mark[] = []): JSONContent[] {
  return nodes.flatMap((node): JSONContent[] => {
    const inside = (mark: Mark, children: readonly PhrasingContent[]) => inlineOf(children, definitions, [...marks, mark]);
    switch (node.type) {
      case "text":
        return textOf(node.value, marks);
      case "inlineCode":
        return textOf(node.value, [...marks, { type: "code" }]);
      case "strong":
        return inside({ type: "bold" }, node.children);
      case "emphasis":
        return inside({ type: "italic" }, node.children);
      case "delete":
        return inside({ type: "strike" }, node.children);
      case "link":
        return inside({ type: "link", attrs: { href: node.url, title: node.title ?? null } }, node.children);
      case "linkReference": {
        const { url, title } = definitionOf(definitions, node.identifier);
        return inside({ type: "link", attrs: { href: url, title: title ?? null } }, node.children);
      }
      case "image":
        return [{ type: "image", attrs: { src: node.url, alt: node.alt ?? "", title: node.title ?? null }, marks: [...marks] }];
      case "imageReference": {
        const { url, title } = definitionOf(definitions, node.identifier);
        return [{ type: "image", attrs: { src: url, alt: node.alt ?? "", title: title ?? null }, marks: [...marks] }];
      }
      case "break":
        return [{ type: "hardBreak", marks: [...marks] }];
      default:
        throw new UnknownNode(node.type);
    }
  });
}

/** The parser makes a reference only of what is defined; where it is defined inside of a list or quotation, it is not known here. */
function definitionOf(definitions: Definitions, identifier: string): Definition {
  const definition = definitions.get(identifier);
  if (!definition) throw new UnknownNode("definition");
  return definition;
}

function textOf(text: string, marks: readonly Mark[]): JSONContent[] {
  return text === "" ? [] : [{ type: "text", text, marks: [...marks] }];
}

function orEmpty(content: JSONContent[]): JSONContent[] {
  return content.length > 0 ? content : [{ type: "paragraph" }];
}
