import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { ALLOW_LIST } from "./allow-list";
import { isTangled } from "./limits";
import { markdownGrammar } from "./parse";
import { plainHtml } from "./plain-html";
import { rehypePresent, type Heading } from "./present";

export type { Heading } from "./present";

export interface RenderedDocument {
  html: string;
  headings: Heading[];
}

/**
 * Markdown to HTML that is safe to show: only what the allow-list names comes out, whatever goes in. Nothing that was typed gets lost:
 * HTML appears as the text that it is, line breaks stay. Pathological text comes out as plain paragraphs. Headings begin at <h4>, below
 * those of the page.
 */
export function renderMarkdown(text: string): string {
  return remembered(text, { topHeading: 4, idPrefix: null }).html;
}

/** A page of its own: headings from <h2> on, with ids that begin with `idPrefix`, listed for a table of contents. */
export function renderDocument(text: string, { idPrefix = "s-" }: { idPrefix?: string } = {}): RenderedDocument {
  return remembered(text, { topHeading: 2, idPrefix });
}

interface RenderOptions {
  topHeading: 2 | 4;
  idPrefix: string | null;
}

// The same messages are shown again and again, and parsing costs a millisecond each. Oldest out first; sizes in characters.
const kept = new Map<string, RenderedDocument>();
const KEPT_CHARACTERS = 8_000_000;
let keptCharacters = 0;

function remembered(text: string, options: RenderOptions): RenderedDocument {
  const key = `${options.topHeading} ${options.idPrefix ?? ""} ${text}`;
  const known = kept.get(key);
  if (known) return known;
  const made = render(text, options);
  kept.set(key, made);
  keptCharacters += key.length + made.html.length;
  for (const [oldest, { html }] of kept) {
    if (keptCharacters <= KEPT_CHARACTERS) break;
    kept.delete(oldest);
    keptCharacters -= oldest.length + html.length;
  }
  return made;
}

function render(text: string, options: RenderOptions): RenderedDocument {
  if (isTangled(text)) return { html: plainHtml(text), headings: [] };
  const headings: Heading[] = [];
  const html = markdownGrammar()
    .use(remarkRehype)
    .use(rehypeSanitize, ALLOW_LIST)
    // After the sanitizer: what this adds is ours, and is not for the text to forge.
    .use(rehypePresent, { ...options, headings })
    .use(rehypeStringify)
    .processSync(text);
  return { html: String(html), headings };
}
