import { cleanChildren, type Pictures } from "./pasted-content";
import { STYLE } from "./pasted-style";
import { gatherWordLists } from "./pasted-word-lists";

export type PastedPicture = { key: string; data: string; alt: string };
export interface Cleaned {
  /** Only what the editor has a form for. */
  html: string;
  /** Pictures that came within the text, to be uploaded; `html` has a place for each by its key. */
  pictures: PastedPicture[];
  /** What the author must upload: names of pictures that stand elsewhere, and of those that stand on the author's own disk. */
  foreign: string[];
  local: string[];
}

/**
 * What Word, Google Docs or a page puts on the clipboard, as the plain structure that it means. Styles become marks where they say
 * something, lists that are paragraphs with bullets become lists, everything else goes.
 * @param keyOf a new key for each picture
 */
export function cleanPasted(html: string, keyOf: () => string): Cleaned {
  const source = new DOMParser().parseFromString(withoutConditions(html), "text/html");
  for (const gone of source.querySelectorAll("script, style, meta, link, title, xml, noscript, template, head, iframe, object, embed, svg, math, form > input, button, select, textarea")) gone.remove();
  gatherWordLists(source);
  const target = document.implementation.createHTMLDocument("");
  const pictures: Pictures = { pictures: [], foreign: [], local: [], keyOf };
  cleanChildren(source.body, target.body, pictures);
  return { html: target.body.innerHTML, pictures: pictures.pictures, foreign: pictures.foreign, local: pictures.local };
}

/**
 * Before it is read, and as text: comments take along what only Word reads, its other conditions go, and what stands in them stays. Styles
 * are kept under another name, because the page's policy would complain of each one that it does not apply.
 */
function withoutConditions(html: string): string {
  return html
    .replace(/<!\[(?:if|endif)[^>]*>/gi, "")
    .replace(/<style\b[^>]*>[^<]*(?:<(?!\/style)[^<]*)*<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle(?=\s*=)/gi, ` ${STYLE}`));
}
