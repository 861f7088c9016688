import type { Definition, Nodes } from "mdast";
import { isTangled } from "./limits";
import { ownPicture } from "./own-pictures";
import { parseMarkdown } from "./parse";

export type TextPicture = { address: string; /** From 1 on. */ line: number };

/** The pictures that a text shows, in its order, as a page would show them. */
export function picturesIn(text: string): TextPicture[] {
  // Without the two marks there is none; a tangled text is shown as it was typed.
  if (!text.includes("![") || isTangled(text)) return [];
  const tree = parseMarkdown(text);
  const definitions = new Map<string, Definition>();
  visit(tree, (node) => {
    // The first one of a name counts.
    if (node.type === "definition" && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const found: TextPicture[] = [];
  visit(tree, (node) => {
    const address = node.type === "image" ? node.url : node.type === "imageReference" ? definitions.get(node.identifier)?.url : undefined;
    if (address !== undefined) found.push({ address, line: node.position?.start.line ?? 1 });
  });
  return found;
}

/** Ids of our own files that a text shows as pictures, each once. */
export function ownPicturesIn(text: string): string[] {
  return [...new Set(picturesIn(text).flatMap(({ address }) => ownPicture(address)?.id ?? []))];
}

/**
 * Pictures that stand elsewhere: whoever keeps them would learn who reads, and could show another one tomorrow. A text with one of them is
 * not saved; its author uploads the picture.
 */
export function foreignPictures(text: string): TextPicture[] {
  return picturesIn(text).filter(({ address }) => !ownPicture(address) && !/^\/images\/[\w./-]+$/.test(address));
}

/** As the refusal names them: "3, 7". */
export function linesOf(pictures: readonly TextPicture[]): string {
  return [...new Set(pictures.map(({ line }) => line))].join(", ");
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}
