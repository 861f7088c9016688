import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type MarkdownFile = { slug: string; fields: Record<string, string>; body: string };

/** The files of prisma/seed/content/<folder>: `key: value` lines between two `---`, then the text. */
export function readMarkdownFolder(folder: string): MarkdownFile[] {
  const directory = join(__dirname, "content", folder);
  const files = readdirSync(directory).filter((name) => name.endsWith(".md")).sort();
  return files.map((name) => parse(name.replace(/\.md$/, ""), readFileSync(join(directory, name), "utf8")));
}

function parse(slug: string, text: string): MarkdownFile {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) throw new Error(`${slug}.md has no front matter.`);
  const [, head = "", body = ""] = match;
  const fields = Object.fromEntries(head.split("\n").map((line) => [line.slice(0, line.indexOf(":")).trim(), line.slice(line.indexOf(":") + 1).trim()]));
  return { slug, fields, body: body.trim() };
}
