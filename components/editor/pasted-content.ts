import { ownPicture } from "@/lib/markdown/own-pictures";
import type { PastedPicture } from "./clean-pasted";
import { styleText } from "./pasted-style";
import { cleanTable } from "./pasted-tables";

/** Gathered on the way. */
export interface Pictures {
  pictures: PastedPicture[];
  foreign: string[];
  local: string[];
  keyOf: () => string;
}

const HEADINGS: Record<string, string> = { h1: "h2", h2: "h2", h3: "h3", h4: "h4", h5: "h4", h6: "h4" };
const MARKS: Record<string, string> = { strong: "strong", b: "strong", em: "em", i: "em", s: "s", del: "s", strike: "s", code: "code", kbd: "code", samp: "code", tt: "code" };
const BLOCKS = new Set(["p", "div", "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "address", "center", "dl", "dt", "dd", "details", "summary", "fieldset", "form", "blockquote", "pre", "ul", "ol", "table", "hr", ...Object.keys(HEADINGS)]);

/** Copies what is allowed of `from` to the end of `to`. */
export function cleanChildren(from: Node, to: HTMLElement, found: Pictures): void {
  for (const child of from.childNodes) cleanNode(child, to, found);
}

function cleanNode(node: Node, to: HTMLElement, found: Pictures): void {
  if (node.nodeType === 3) return to.append(textOf(node.nodeValue ?? ""));
  if (node.nodeType !== 1) return;
  const element = node as HTMLElement;
  const name = element.localName;
  const style = styleOf(element);
  if (style.display === "none" || /mso-hide:\s*all/i.test(styleText(element))) return;
  if (name === "br") return to.append(to.ownerDocument.createElement("br"));
  if (name === "hr") return to.append(to.ownerDocument.createElement("hr"));
  if (name === "img" || name === "v:imagedata") return cleanPicture(element, to, found);
  if (name === "table") return cleanTable(element, to, (from, into) => cleanChildren(from, into, found));
  if (name === "pre") return cleanCode(element, to);
  if (name === "ul" || name === "ol") return cleanList(element, to, found);
  if (name === "a") return cleanLink(element, to, found);
  const heading = headingOf(element);
  if (heading) return within(heading, element, to, found);
  if (name === "blockquote") return within("blockquote", element, to, found);
  if (name === "p") return within("p", element, to, found, style);
  if (BLOCKS.has(name)) return hasBlocks(element) ? cleanChildren(element, to, found) : within("p", element, to, found, style);
  marked(element, to, found, style);
}

/** Word writes nothing but spaces between its words as unbreakable ones. */
function textOf(text: string): string {
  return text.replace(/[\u00a0\s]+/g, " ").replace(/[\u200b\ufeff]/g, "");
}

function within(name: string, from: HTMLElement, to: HTMLElement, found: Pictures, style = styleOf(from)): void {
  const block = to.ownerDocument.createElement(name);
  // Headings are bold as they are.
  if (name === "p") marked(from, block, found, style);
  else cleanChildren(from, block, found);
  if (block.textContent?.trim() || block.querySelector("img, hr, table")) to.append(block);
}

function headingOf(element: HTMLElement): string | null {
  if (HEADINGS[element.localName]) return HEADINGS[element.localName]!;
  if (/^MsoTitle\b/.test(element.className)) return "h2";
  const level = element.getAttribute("role") === "heading" ? Number(element.getAttribute("aria-level")) : 0;
  return level > 0 ? `h${Math.min(4, Math.max(2, level))}` : null;
}

/** What an inline element means, by its name or by its style. Docs wraps all in a `b` that is not bold. */
function marked(element: HTMLElement, to: HTMLElement, found: Pictures, style: Style): void {
  const own = MARKS[element.localName];
  const marks = new Set<string>();
  if (own && !(own === "strong" && style.bold === false) && !(own === "em" && style.italic === false)) marks.add(own);
  if (style.bold) marks.add("strong");
  if (style.italic) marks.add("em");
  if (style.struck) marks.add("s");
  let into = to;
  for (const mark of element.textContent?.trim() ? marks : []) {
    const made = to.ownerDocument.createElement(mark);
    into.append(made);
    into = made;
  }
  cleanChildren(element, into, found);
}

function cleanLink(element: HTMLElement, to: HTMLElement, found: Pictures): void {
  const href = element.getAttribute("href")?.trim() ?? "";
  if (!/^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href) || !element.textContent?.trim()) return marked(element, to, found, styleOf(element));
  const link = to.ownerDocument.createElement("a");
  link.setAttribute("href", href);
  cleanChildren(element, link, found);
  to.append(link);
}

function cleanCode(element: HTMLElement, to: HTMLElement): void {
  const pre = to.ownerDocument.createElement("pre");
  const code = to.ownerDocument.createElement("code");
  const language = /\blang(?:uage)?-([a-z0-9+#.-]{1,20})/i.exec(`${element.className} ${element.querySelector("code")?.className ?? ""}`)?.[1];
  if (language) code.className = `language-${language}`;
  for (const line of element.querySelectorAll("br")) line.replaceWith("\n");
  code.textContent = (element.textContent ?? "").replace(/\u00a0/g, " ").replace(/\n$/, "");
  pre.append(code);
  to.append(pre);
}

/** Docs and old pages put a list beside the items that it belongs to. */
function cleanList(element: HTMLElement, to: HTMLElement, found: Pictures): void {
  const list = to.ownerDocument.createElement(element.localName);
  const start = Number(element.getAttribute("start"));
  if (element.localName === "ol" && Number.isInteger(start) && start > 1) list.setAttribute("start", String(start));
  for (const child of element.children) {
    const isList = child.localName === "ul" || child.localName === "ol";
    const last = list.lastElementChild as HTMLElement | null;
    if (isList && last) cleanList(child as HTMLElement, last, found);
    else if (isList) cleanList(child as HTMLElement, list.appendChild(to.ownerDocument.createElement("li")), found);
    else cleanItem(child as HTMLElement, list.appendChild(to.ownerDocument.createElement("li")), found);
  }
  for (const item of Array.from(list.children)) if (!item.textContent?.trim() && !item.querySelector("img")) item.remove();
  if (list.children.length > 0) to.append(list);
}

function cleanItem(from: HTMLElement, item: HTMLElement, found: Pictures): void {
  if (hasBlocks(from)) return cleanChildren(from, item, found);
  marked(from, item, found, styleOf(from));
}

function cleanPicture(element: HTMLElement, to: HTMLElement, found: Pictures): void {
  const src = element.getAttribute("src")?.trim() ?? "";
  const alt = (element.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
  const path = src.startsWith(`${location.origin}/`) ? src.slice(location.origin.length) : src;
  if (ownPicture(path)) return append({ src: path });
  if (/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(src)) {
    const key = found.keyOf();
    found.pictures.push({ key, data: src, alt });
    return append({ "data-pending": key });
  }
  const list = /^https?:|^\/\//i.test(src) || src.startsWith("/") ? found.foreign : found.local;
  if (src !== "" && !/^(?:width|height)$/.test(src)) list.push(nameOf(src, alt));

  function append(attributes: Record<string, string>): void {
    const picture = to.ownerDocument.createElement("img");
    for (const [name, value] of Object.entries({ ...attributes, alt })) picture.setAttribute(name, value);
    to.append(picture);
  }
}

/** The last part of its address, as whoever has to find it again knows it. */
function nameOf(src: string, alt: string): string {
  const last = src.startsWith("data:") ? "" : (src.split(/[?#]/)[0]?.split(/[\\/]/).at(-1) ?? "");
  return (alt || last || src).slice(0, 80);
}

function hasBlocks(element: HTMLElement): boolean {
  return [...element.querySelectorAll("*")].some((each) => BLOCKS.has(each.localName));
}

interface Style {
  bold: boolean | null;
  italic: boolean | null;
  struck: boolean;
  display: string;
}

/** Read as text: the browser drops what it does not know, and some of it counts. */
function styleOf(element: HTMLElement): Style {
  const style = styleText(element);
  const of = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`, "i").exec(style)?.[1]?.trim().toLowerCase() ?? null;
  const weight = of("font-weight");
  const slant = of("font-style");
  return {
    bold: weight === null ? null : /^(?:bold|bolder|[6-9]00)$/.test(weight),
    italic: slant === null ? null : /^(?:italic|oblique)/.test(slant),
    struck: /line-through/.test(of("text-decoration(?:-line)?") ?? ""),
    display: of("display") ?? "",
  };
}
