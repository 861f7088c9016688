import type { Options } from "rehype-sanitize";
import { CALLOUTS } from "./callouts";

/** All that may come out of Markdown. No attribute but these, no class but a code's language, no id, no style; no protocol but these. */
export const ALLOW_LIST: Options = {
  strip: ["script", "style"],
  tagNames: [
    "a", "blockquote", "br", "code", "del", "div", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input",
    "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ],
  attributes: {
    a: ["href", "title"],
    // Only what lib/markdown/callouts.ts made: HTML of the writer's is text before it comes here. `present` makes classes of both.
    div: [["dataCallout", ...CALLOUTS]],
    code: [["className", /^language-[a-z0-9+#.-]{1,20}$/i]],
    img: ["src", "alt", "title"],
    input: [["type", "checkbox"], "checked"],
    ol: ["start"],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  protocols: { href: ["http", "https", "mailto", "tel"], src: [] },
};
