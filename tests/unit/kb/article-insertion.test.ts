import { linkableFirst, linkForReply, spacedFor, textForReply, type ArticleForReply } from "@/lib/kb/articles/insertion";
import { renderMarkdown } from "@/lib/markdown/render";
import { PAYLOADS } from "@/tests/support/payloads";

const origin = "https://mesa.example.mx";

describe("the link to an article in a reply", () => {
  it("leads where the customer may read it, with the whole address", () => {
    expect(linkForReply({ slug: "spf", title: "Qué es SPF", audience: "public", origin })).toBe("[Qué es SPF](https://mesa.example.mx/kb/articles/spf)");
    expect(linkForReply({ slug: "spf", title: "Qué es SPF", audience: "customers", origin })).toBe("[Qué es SPF](https://mesa.example.mx/portal/kb/articles/spf)");
    expect(linkForReply({ slug: "spf", title: "Qué es SPF", audience: "staff", origin })).toBeNull();
  });

  it.each(["Uno [dos] tres", "Con \\ y `código`", "*a* _b_ ~~c~~", "A & B &amp; <b>", ...PAYLOADS])("is one link whatever the title: %s", (title) => {
    const html = renderMarkdown(linkForReply({ slug: "spf", title, audience: "public", origin })!);
    expect(html).toMatch(/^<p><a href="https:\/\/mesa\.example\.mx\/kb\/articles\/spf" rel="[a-z ]*">[^<]*<\/a><\/p>$/);
    expect(flat(textOf(html))).toBe(flat(title));
  });
});

it("takes the text of an article without its pictures, with its addresses whole", () => {
  const body = "## Pasos\n\n![Pantalla](/api/files/1)\n\nVea [la guía](/kb/articles/dns) o [esta página](//otra.example).\n";
  expect(textForReply(body, { origin })).toBe("## Pasos\n\nVea [la guía](https://mesa.example.mx/kb/articles/dns) o [esta página](//otra.example).");
});

it("puts first what the customer can follow, each part as it was", () => {
  const one = (slug: string, link: string | null): ArticleForReply => ({ slug, title: slug, audience: "public", category: "", link });
  expect(linkableFirst([one("a", null), one("b", "l"), one("c", null), one("d", "l")]).map(({ slug }) => slug)).toEqual(["b", "d", "a", "c"]);
});

describe("what goes into the text", () => {
  it.each([
    ["", 0, 0, "[a](b)", "[a](b)"],
    ["Vea", 3, 3, "[a](b)", " [a](b)"],
    ["Vea ", 4, 4, "[a](b)", "[a](b)"],
    ["Vea .", 4, 4, "[a](b)", "[a](b)"],
    ["Vea luego", 4, 4, "[a](b)", "[a](b) "],
    ["Vea esto hoy", 4, 8, "[a](b)", "[a](b)"],
    ["Vea:", 4, 4, "## Uno\n\nDos", "\n\n## Uno\n\nDos"],
    ["Vea:\n\n", 6, 6, "## Uno\n\nDos", "## Uno\n\nDos"],
    ["Saludos", 0, 0, "## Uno\n\nDos", "## Uno\n\nDos\n\n"],
  ])("%j at %d-%d", (value, start, end, text, expected) => {
    expect(spacedFor({ value, start, end }, text)).toBe(expected);
  });
});

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

function textOf(html: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html.replace(/<[^>]*>/g, "").replace(/&(?:#x([\da-f]+)|([a-z]+));/gi, (_, hex: string | undefined, name: string) => (hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : named[name]!));
}
