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
  "a long table": `a|b\n-|-\n${"x|y\n".repeat(2_900)}`,
  "many short lines": filled("a\n"),
  "tags begun": filled("<a "),
  "comments begun": filled("<!--"),
  entities: filled("&#x"),
  references: `${"[a]\n".repeat(N / 5)}[a]: b`,
  addresses: filled("a.b@c.d "),
  "blocks of emphasis": filled(`${"*_".repeat(450)}a\n\n`),
};

it.each(Object.entries(TANGLED))("renders %s in good time and loses nothing", (_name, text) => {
  const startedAt = performance.now();
  const html = renderMarkdown(text);
  // Unbounded, these cost between 3 and 12 seconds. Generous: the machine may be busy.
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(typeof html).toBe("string");
});

it("shows a tangled text as paragraphs, every mark escaped", () => {
  expect(renderMarkdown(`${">".repeat(20)} <b>hola</b>\nadiós`)).toBe(`<p>${"&gt;".repeat(20)} &lt;b&gt;hola&lt;/b&gt;<br>adiós</p>`);
});

it("does not take an ordinary log for tangled", () => {
  const log = Array.from({ length: 200 }, (_, line) => `2026-11-22 10:0${line % 10} WARN [pool-${line}] my_var_name=* took 12 ms`).join("\n");
  expect(renderMarkdown(`Sale esto:\n\n${log}\n\n- **uno**\n- dos`)).toContain("<li><strong>uno</strong></li>");
});
