import type { Element, ElementContent, Nodes, Root } from "hast";
import { getTranslator } from "@/lib/i18n/translator";
import { CALLOUTS } from "./callouts";
import { ownPicture, type OwnPicture } from "./own-pictures";
import { slugOf } from "./slug";

export interface Heading {
  id: string;
  text: string;
  level: number;
}

interface Presentation {
  /** The level that the highest heading of the text gets; the rest follow without gaps upward. */
  topHeading: number;
  idPrefix: string | null;
  /** Filled on the way. */
  headings: Heading[];
}

/** What a sanitized tree needs to be shown: ids, careful links, tables and code that scroll by themselves. */
export function rehypePresent(presentation: Presentation) {
  return (tree: Root): void => {
    const shift = presentation.topHeading - highestHeading(tree);
    presentIn(tree, { ...presentation, shift, taken: new Set() });
  };
}

type Walk = Presentation & { shift: number; taken: Set<string> };

function presentIn(parent: Root | Element, walk: Walk): void {
  parent.children = parent.children.map((child) => {
    if (child.type !== "element") return child;
    presentIn(child, walk);
    return presented(child, walk);
  }) as typeof parent.children;
}

function presented(element: Element, walk: Walk): ElementContent {
  const level = headingLevel(element);
  if (level) return presentedHeading(element, level, walk);
  switch (element.tagName) {
    case "a":
      return presentedLink(element);
    case "img":
      return presentedImage(element);
    case "input":
      // A disabled control without a label tells nobody anything; a sign does.
      return { type: "text", value: element.properties.checked ? "☑" : "☐" };
    case "pre":
      return presentedCode(element);
    case "div":
      return presentedCallout(element);
    case "table":
      return { type: "element", tagName: "div", properties: { className: ["table-scroll"], tabIndex: 0 }, children: [element] };
    default:
      return element;
  }
}

function presentedHeading(element: Element, level: number, walk: Walk): Element {
  const shifted = Math.min(6, Math.max(walk.topHeading, level + walk.shift));
  const heading = { ...element, tagName: `h${shifted}` };
  if (walk.idPrefix === null) return heading;
  const text = textOf(element).trim();
  const id = freeId(`${walk.idPrefix}${slugOf(text)}`, walk.taken);
  walk.headings.push({ id, text, level: shifted });
  return { ...heading, properties: { id } };
}

function presentedLink(element: Element): Element {
  const href = element.properties.href;
  // Without an address (the sanitizer took it) it is no link.
  if (typeof href !== "string") return { ...element, tagName: "span", properties: {} };
  if (isOwnPath(href) || href.startsWith("#")) return element;
  return { ...element, properties: { ...element.properties, rel: ["nofollow", "noopener", "noreferrer"] } };
}

/** Pictures are shown from this site's files alone: a picture from elsewhere would tell its owner who reads. */
function presentedImage(element: Element): ElementContent {
  const { src, alt } = element.properties;
  const label = typeof alt === "string" && alt ? alt : String(src ?? "");
  if (typeof src !== "string") return { type: "text", value: label };
  const own = ownPicture(src);
  if (own) return presentedOwnPicture(element, own);
  if (isOwnFile(src)) return { ...element, properties: { ...element.properties, alt: alt ?? "", loading: "lazy", decoding: "async" } };
  const isWebAddress = /^https?:\/\//i.test(src);
  if (!isWebAddress) return { type: "text", value: label };
  return presentedLink({ type: "element", tagName: "a", properties: { href: src }, children: [{ type: "text", value: label }] });
}

const OWN_FILES = ["/files/", "/images/"];

function isOwnFile(src: string): boolean {
  if (!isOwnPath(src)) return false;
  const { pathname } = new URL(src, "http://own.invalid");
  return OWN_FILES.some((folder) => pathname.startsWith(folder));
}

/** With its size the page keeps the room that it will take. */
function presentedOwnPicture(element: Element, { id, width, height }: OwnPicture): Element {
  const { alt, title } = element.properties;
  const size = width && height ? { width, height } : {};
  return { ...element, properties: { src: `/api/files/${id}`, alt: alt ?? "", ...(title ? { title } : {}), ...size, loading: "lazy", decoding: "async" } };
}

/** Scrolls by itself, and says in which language it is written. */
function presentedCode(element: Element): Element {
  const [code] = element.children;
  const language = code?.type === "element" && Array.isArray(code.properties.className) ? String(code.properties.className[0] ?? "").replace(/^language-/, "") : "";
  if (code?.type === "element") code.properties = {};
  return { ...element, properties: { tabIndex: 0, ...(language && { dataLanguage: language }) } };
}

/** The kind is said in words; the colour only repeats it. */
function presentedCallout(element: Element): ElementContent {
  const kind = CALLOUTS.find((each) => each === element.properties.dataCallout);
  if (!kind) return { ...element, properties: {} };
  const title: Element = { type: "element", tagName: "p", properties: { className: ["callout-title"] }, children: [{ type: "text", value: getTranslator("editor")(`callouts.${kind}`) }] };
  return { type: "element", tagName: "div", properties: { role: "note", className: ["callout", `callout-${kind}`] }, children: [title, ...element.children] };
}

/** "/x" and not "//x" or "/\x", which lead elsewhere. */
function isOwnPath(address: string): boolean {
  return /^\/(?![/\\])/.test(address) && URL.canParse(address, "http://own.invalid") && new URL(address, "http://own.invalid").host === "own.invalid";
}

function highestHeading(tree: Nodes): number {
  if (!("children" in tree)) return 6;
  return tree.children.reduce((highest, child) => {
    const own = child.type === "element" ? headingLevel(child) : null;
    return Math.min(highest, own ?? highestHeading(child));
  }, 6);
}

function headingLevel(element: Element): number | null {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName.slice(1)) : null;
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
