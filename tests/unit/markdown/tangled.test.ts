import { renderMarkdown } from "@/lib/markdown/render";

/** The length that a body may have. */
const N = 20_000;
const filled = (piece: string) => piece.repeat(Math.floor(N / piece.length));

const TANGLED: Record<string, string> = {
  "nested quotes": filled(">"),
  "nested lists": filled("- "),
  "nested numbers": filled("1. "),
  "quotes in lists": filled("> - "),
  "stars around a letter": `${"*".repeat(N / 2 - 1)}a${"*".repeat(N / 2 - 1)}`,
  "stars and underscores": filled("*_"),
  "mirrored stars and underscores": `${"*_".repeat(N / 4 - 1)}a${"_*".repeat(N / 4 - 1)}`,
  brackets: filled("["),
  "balanced brackets": `${"[".repeat(N / 2 - 1)}a${"]".repeat(N / 2 - 1)}`,
  "pictures begun": filled("!["),
  "links begun": filled("[a]("),
  "underlined headings": filled("a\n=\n"),
  "lazy lines in deep quotes": `${"> ".repeat(12)}a\n${"b\n".repeat(9_900)}`,
  "lazy lines": `> > > > > > a\n${"b\n".repeat(2_900)}`,
  "code begun": Array.from({ length: 190 }, (_, count) => `${"`".repeat(count)}a`).join(" "),
  "a table of one column a letter": `${filled("|a")}|\n${"|-".repeat(N / 2)}|`,
  "a wide table of short rows": `${"|a".repeat(1_000)}|\n${"|-".repeat(1_000)}|\n${"x\n".repeat(2_900)}`,
  "a wide row in a long table": `|a|\n|-|\n${"x\n".repeat(2_900)}${"|x".repeat(2_000)}`,
  "a long table": `a|b\n-|-\n${"x|y\n".repeat(2_900)}`,
  "many short lines": filled("a\n"),
  "tags begun": filled("<a "),
  "comments begun": filled("<!--"),
  entities: filled("&#x"),
  references: `${"[a]\n".repeat(N / 5)}[a]: b`,
  addresses: filled("a.b@c.d "),
  "blocks of emphasis": filled(`${"*_".repeat(450)}a\n\n`),
};

/** What is left of a text when marks, tags and white space are taken away. */
const letters = (text: string) => text.replace(/<[^>]*>|&[a-z0-9#]+;/gi, "").replace(/[^a-z]/gi, "");

// Unbounded, these cost between 3 and 12 seconds each or overflow the stack: the run itself would say so.
it.each(Object.entries(TANGLED))("renders %s without a piece of markup of the writer's", (_name, text) => {
  const html = renderMarkdown(text);
  expect(html).not.toMatch(/<!--|<a (?!href="mailto:a\.b@c\.d")/);
  expect(letters(html).length).toBeGreaterThanOrEqual(Math.min(1, letters(text).length));
});

it("shows a tangled text as paragraphs, every mark escaped", () => {
  expect(renderMarkdown(`${">".repeat(20)} <b>hola</b>\nadiós`)).toBe(`<p>${"&gt;".repeat(20)} &lt;b&gt;hola&lt;/b&gt;<br>adiós</p>`);
});

it("does not take an ordinary log for tangled", () => {
  const log = Array.from({ length: 200 }, (_, line) => `2026-11-22 10:0${line % 10} WARN [pool-${line}] my_var_name=* took 12 ms`).join("\n");
  expect(renderMarkdown(`Sale esto:\n\n${log}\n\n- **uno**\n- dos`)).toContain("<li><strong>uno</strong></li>");
});
