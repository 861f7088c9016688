import { articleHrefIn } from "@/lib/kb/addresses";
import type { Audience } from "@/lib/kb/audience";

/** An article as the reply's search offers it. `link` is Markdown, null where the customer could not read what it leads to. */
export type ArticleForReply = { slug: string; title: string; audience: Audience; category: string; link: string | null };

type Place = { slug: string; title: string; audience: Audience; /** Of the site, without a slash at its end. */ origin: string };

/** Whole, because a reply is read in mail too; none to what only the desk reads. */
export function linkForReply({ slug, title, audience, origin }: Place): string | null {
  if (audience === "staff") return null;
  return `[${title.replace(/[\\[\]`*_<>!&~]/g, "\\$&")}](${origin}${articleHrefIn(audience === "public" ? "public" : "portal", slug)})`;
}

/** Without its pictures, which a conversation cannot show, and with its own addresses whole. */
export function textForReply(body: string, { origin }: Pick<Place, "origin">): string {
  return body
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/g, "")
    .replace(/(\]\()\/(?![/\\])/g, `$1${origin}/`)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** What the customer can follow first, each part in the order of the search. */
export function linkableFirst(articles: readonly ArticleForReply[]): ArticleForReply[] {
  return [...articles.filter(({ link }) => link !== null), ...articles.filter(({ link }) => link === null)];
}

type Selection = { value: string; start: number; end: number };

/** What goes in place of the selection: a text of several lines on lines of its own, a link apart from the words beside it. */
export function spacedFor({ value, start, end }: Selection, text: string): string {
  const gap = text.includes("\n") ? "\n\n" : " ";
  const before = value.slice(0, start);
  const after = value.slice(end);
  const lead = before === "" || before.endsWith(gap) || (gap === " " && /\s$/.test(before)) ? "" : gap;
  const tail = after === "" || after.startsWith(gap) || (gap === " " && /^[\s.,;:!?)]/.test(after)) ? "" : gap;
  return lead + text + tail;
}
