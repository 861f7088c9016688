import type { Options } from "rehype-sanitize";

/** All that may come out of Markdown. No attribute but these, no class, no id, no style; no protocol but these. */
export const ALLOW_LIST: Options = {
  strip: ["script", "style"],
  tagNames: [
    "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input",
    "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ],
  attributes: {
    a: ["href", "title"],
    img: ["src", "alt", "title"],
    input: [["type", "checkbox"], "checked"],
    ol: ["start"],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: [] },
};
