import type { Element, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import rehypeSanitize, { type Options } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

export type HtmlOptions = {
  /** An address for a link of the text; null leaves the words without a link. */
  linkTo: (href: string) => string | null;
  /** An address of ours for a picture; null when it is not taken: a link is left in its place where it has a web address. */
  pictureAt: (src: string) => string | null;
};

/** What a text may bring along; everything else is left out, its words kept. */
const TAKEN: Options = {
  strip: ["script", "style", "title", "noscript", "template", "iframe", "object", "svg", "math"],
  tagNames: [
    "a", "b", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
    "li", "ol", "p", "pre", "s", "strike", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ],
  attributes: { a: ["href", "title"], img: ["src", "alt", "title"], ol: ["start"], td: ["align"], th: ["align"], code: [["className", /^language-[a-z0-9+#.-]{1,20}$/i]] },
  protocols: { href: ["http", "https", "mailto", "tel", "import"], src: ["import"] },
};

/** Deeper than any page is, and less than what the trees' walkers bear. */
const DEEPEST = 200;
const LONGEST = 1_500_000;

/**
 * HTML as an editor of another desk wrote it, as the Markdown that means the same. Never throws: what is nested or long as no text is
 * comes out as plain paragraphs, with `isPlain`.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions): { markdown: string; isPlain: boolean } {
  if (html.length > LONGEST || nestingOf(html) > DEEPEST) return { markdown: plainTextOf(html), isPlain: true };
  const text = unified()
    .use(rehypeParse, { fragment: true })
    .use(() => (tree: Root) => readdress(tree, options))
    .use(rehypeSanitize, TAKEN)
    .use(rehypeRemark)
    .use(remarkGfm)
    .use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-", fences: true })
    .processSync(html);
  return { markdown: String(text).trim(), isPlain: false };
}

/** Characters that were written as entities, and no marks: a title, a name. */
export function htmlText(html: string): string {
  if (!/[&<]/.test(html)) return html.trim();
  return textOf(unified().use(rehypeParse, { fragment: true }).parse(html.slice(0, 5_000))).replace(/\s+/g, " ").trim();
}

function readdress(parent: Nodes, options: HtmlOptions): void {
  if (!("children" in parent)) return;
  parent.children = parent.children.map((child) => (child.type === "element" ? readdressed(child, options) : child)) as typeof parent.children;
  for (const child of parent.children) readdress(child as Nodes, options);
}

function readdressed(element: Element, { linkTo, pictureAt }: HtmlOptions): Element {
  const { href, src, alt } = element.properties;
  if (element.tagName === "a" && typeof href === "string") {
    const to = linkTo(href.trim());
    return to === null ? { ...element, tagName: "div", properties: {} } : { ...element, properties: { ...element.properties, href: to } };
  }
  if (element.tagName !== "img" || typeof src !== "string") return element;
  const at = pictureAt(src.trim());
  if (at !== null) return { ...element, properties: { ...element.properties, src: at } };
  const words = typeof alt === "string" && alt.trim() !== "" ? alt : /^https?:/i.test(src) ? src : "";
  const text = { type: "text" as const, value: words };
  if (!/^https?:\/\//i.test(src)) return { type: "element", tagName: "em", properties: {}, children: [text] };
  return { type: "element", tagName: "a", properties: { href: src }, children: [text] };
}

/** An upper bound, in one look: tags that are opened and not closed. */
function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][a-z0-9]*/gi)) {
    if (/^<(?:br|hr|img|input|meta|link|source|wbr|area|col)$/i.test(tag)) continue;
    depth = tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function plainTextOf(html: string): string {
  return html
    .replace(/<(?:script|style)\b[^<]*(?:<(?!\/(?:script|style))[^<]*)*<\/(?:script|style)[^>]*>/gi, "")
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^>]{0,1000}>/gi, "\n")
    .replace(/<[^<>]{0,10000}>/g, "")
    .replace(/([\\`*_[\]<>#|~])/g, "\\$1")
    .replace(/[ \t]+/g, " ")
    .replace(/\n\s*\n\s*/g, "\n\n")
    .trim();
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child as Nodes)).join("") : "";
}
