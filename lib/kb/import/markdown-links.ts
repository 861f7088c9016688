import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { isTangled } from "@/lib/markdown/limits";

type Address = { url: string; isPicture: boolean };

/**
 * Gives links and pictures of a text other addresses and leaves every other character as it was. An answer of null leaves an address alone.
 * A text that no page would parse stays whole.
 */
export function readdressMarkdown(text: string, addressOf: (address: Address) => string | null): string {
  if (!text.includes("](") && !/^[ \t]*\[[^\]\n]+\]:/m.test(text)) return text;
  if (isTangled(text)) return text;
  const changes: { at: number; length: number; to: string }[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node) => {
    if (node.type !== "link" && node.type !== "image" && node.type !== "definition") return;
    const to = addressOf({ url: node.url, isPicture: node.type === "image" });
    const place = to === null ? null : placeOfUrl(text, node);
    if (place) changes.push({ ...place, to: to! });
  });
  return changes
    .toSorted((a, b) => b.at - a.at)
    .reduce((made, { at, length, to }) => made.slice(0, at) + to + made.slice(at + length), text);
}

/** Where the address of a link stands in the text; null when it is written in another way than it reads. */
function placeOfUrl(text: string, node: Extract<Nodes, { type: "link" | "image" | "definition" }>): { at: number; length: number } | null {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return null;
  const from = node.type === "link" ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
  const source = text.slice(from, end);
  const opening = node.type === "definition" ? source.indexOf("]:") : source.lastIndexOf("](", node.title ? source.lastIndexOf(node.title) : source.length);
  if (opening < 0) return null;
  for (const url of new Set([node.url, encodeURI(node.url), node.url.replaceAll(" ", "%20")])) {
    const at = source.indexOf(url, opening + 2);
    if (at < 0 || at - opening > 200) continue;
    const isBracketed = source[at - 1] === "<" && source[at + url.length] === ">";
    return isBracketed ? { at: from + at - 1, length: url.length + 2 } : { at: from + at, length: url.length };
  }
  return null;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}

/** "guia/../correo/spf.md" → "correo/spf.md"; null when it leads out of the folder. */
export function resolvePath(folder: string, path: string): string | null {
  const parts = path.startsWith("/") ? [] : folder.split("/").filter((part) => part !== "");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

/** From one file of the folder to another: "../correo/spf.md". */
export function relativePath(fromFile: string, to: string): string {
  const from = fromFile.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < from.length && shared < target.length - 1 && from[shared] === target[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...target.slice(shared)].map((part) => (part === ".." ? part : encodeURIComponent(part).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29")))).join("/");
}
