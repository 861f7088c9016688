import { SUMMARY_MAX } from "./types";

/** The first sentence or two of a text, without its marks: for an article that came without a summary. */
export function leadOf(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((block) => !/^\s*(?:#|[-*+]\s|\d+[.)]\s|>|\||```|!\[|---)/.test(block)) ?? "";
  const text = paragraph
    .slice(0, 2_000)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~&])/g, "$1")
    .replace(/\\\n/g, " ")
    .replace(/(\*\*|__|~~|`)/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (text.length <= SUMMARY_MAX) return text;
  const cut = text.slice(0, SUMMARY_MAX - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1)).toWellFormed().replaceAll("\uFFFD", "")}…`;
}
