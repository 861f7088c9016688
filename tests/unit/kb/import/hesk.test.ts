import { heskKnowledge } from "@/lib/kb/import/hesk";
import type { HeskRows } from "@/lib/kb/import/hesk-tables";
import { htmlToMarkdown } from "@/lib/kb/import/html-to-markdown";
import type { SqlRow } from "@/lib/kb/import/sql-rows";
import { renderMarkdown } from "@/lib/markdown/render";
import { PAYLOADS } from "@/tests/support/payloads";

const row = (values: Record<string, string>): SqlRow => new Map(Object.entries(values));
const article = (values: Record<string, string>) => row({ id: "1", catid: "1", dt: "2025-03-02 17:30:00", subject: "Título", content: "<p>Texto</p>", keywords: "", rating: "0", votes: "0", views: "0", type: "0", sticky: "0", attachments: "", ...values });
const category = (id: string, parent: string, more: Record<string, string> = {}) => row({ id, parent, name: `C${id}`, cat_order: "1", type: "0", ...more });
const read = (rows: Partial<HeskRows>) => heskKnowledge({ kb_categories: [category("1", "0")], kb_articles: [], kb_attachments: [], tickets: [], ...rows }, (name) => (name === "saved.pdf" || name === "own.png" ? `attachments/${name}` : null));

describe("articles of HESK", () => {
  it("bring title, text, tags, date, state, views and votes along", () => {
    const { articles } = read({ kb_articles: [article({ subject: "A &amp; B", content: "<h2>Uno</h2><p>Un <b>paso</b><br />otro</p>", keywords: "correo, spf;dkim", rating: "4.2", votes: "10", views: "321", sticky: "1" })] });
    expect(articles[0]).toMatchObject({ title: "A & B", body: "## Uno\n\nUn **paso**\\\notro", tags: ["correo", "spf", "dkim"], publishedAt: "2025-03-02T17:30:00Z", state: "published", audience: "public", isPinned: true, views: 321, helpfulYes: 8, helpfulNo: 2, legacyKey: "1" });
  });

  it.each([["0", "public", "published"], ["1", "staff", "published"], ["2", "public", "draft"]])("of type %s are for %s and %s", (type, audience, state) => {
    expect(read({ kb_articles: [article({ type })] }).articles[0]).toMatchObject({ audience, state });
  });

  it("lead to each other, and to nothing that is not there", () => {
    const content = '<a href="http://old.example/help/knowledgebase.php?article=2&amp;suggest=1">dos</a> <a href="knowledgebase.php?article=9">nueve</a> <a href="https://example.com/">fuera</a>';
    const { articles } = read({ kb_articles: [article({ content }), article({ id: "2" })] });
    expect(articles[0]!.body).toContain("[dos](import://article/2)");
    expect(articles[0]!.body).toContain("[fuera](https://example.com/)");
    expect(articles[0]!.body).not.toContain("article=9");
    expect(articles[0]!.notes).toEqual([{ code: "LINK_MISSING", detail: "knowledgebase.php?article=9" }]);
  });

  it("list pictures that stand elsewhere, and take those of the archive and of the text", () => {
    const content = '<img src="https://elsewhere.example/a.png" alt="panel"><img src="attachments/own.png"><img src="data:image/png;base64,iVBORw0KGgo=">';
    const { articles } = read({ kb_articles: [article({ content })] });
    expect(articles[0]!.notes).toEqual([{ code: "FOREIGN_PICTURE", detail: "https://elsewhere.example/a.png" }]);
    expect(articles[0]!.files).toEqual([{ key: "1", name: "own.png", entry: "attachments/own.png", base64: null }, { key: "2", name: "image-2.png", entry: null, base64: "iVBORw0KGgo=" }]);
    expect(articles[0]!.body).toBe("[panel](https://elsewhere.example/a.png)![](import://file/1)![](import://file/2)");
  });

  it("say which files are missing", () => {
    const kb_attachments = [row({ att_id: "2", saved_name: "saved.pdf", real_name: "puertos.pdf" }), row({ att_id: "3", saved_name: "gone.pdf", real_name: "otro.pdf" })];
    const { articles } = read({ kb_attachments, kb_articles: [article({ attachments: "2#puertos.pdf,3#otro.pdf," })] });
    expect(articles[0]).toMatchObject({ files: [{ name: "puertos.pdf", entry: "attachments/saved.pdf" }], notes: [{ code: "FILE_MISSING", detail: "otro.pdf (gone.pdf)" }] });
  });

  it("refuse a second row of a number, a row without one, and a text that is no article's", () => {
    const { articles, refused } = read({ kb_articles: [article({}), article({ subject: "Otra" }), article({ id: "x" }), article({ id: "3", content: `<p>${"a".repeat(200_001)}</p>` })] });
    expect(articles.map(({ key }) => key)).toEqual(["1"]);
    expect(refused.map(({ key, code }) => [key, code])).toEqual([["1", "DUPLICATE_KEY"], ["x", "NO_ID"], ["3", "BODY_TOO_LONG"]]);
  });
});

describe("categories of HESK", () => {
  it("stand below each other, the root left out, in their order, private ones for the desk", () => {
    const kb_categories = [category("1", "0"), category("2", "1", { cat_order: "20" }), category("3", "1", { cat_order: "10" }), category("4", "2", { type: "1" })];
    expect(read({ kb_categories }).categories.map(({ key, parentKey, audience }) => [key, parentKey, audience])).toEqual([["3", null, "public"], ["2", null, "public"], ["4", "2", "staff"]]);
  });

  it("keep the root only where articles stand in it", () => {
    expect(read({ kb_articles: [article({})] }).categories.map(({ key }) => key)).toEqual(["1"]);
  });

  it("that stand below themselves or below nothing come to the top, with a note", () => {
    const kb_categories = [category("1", "0"), category("2", "3"), category("3", "2"), category("4", "99")];
    expect(read({ kb_categories }).categories.map(({ key, parentKey, notes }) => [key, parentKey, notes[0]?.code])).toEqual([["2", null, "PARENT_CIRCLE"], ["3", null, "PARENT_CIRCLE"], ["4", null, "PARENT_MISSING"]]);
  });

  it("that are deeper than six levels stand on the sixth", () => {
    const kb_categories = [category("1", "0"), ...[2, 3, 4, 5, 6, 7, 8, 9].map((id) => category(String(id), String(id - 1)))];
    expect(read({ kb_categories }).categories.map(({ key, parentKey, notes }) => [key, parentKey, notes[0]?.code])).toEqual([
      ["2", null, undefined], ["3", "2", undefined], ["4", "3", undefined], ["5", "4", undefined], ["6", "5", undefined], ["7", "6", undefined], ["8", "6", "TOO_DEEP"], ["9", "6", "TOO_DEEP"],
    ]);
  });
});

describe("HTML to Markdown", () => {
  const options = { linkTo: (href: string) => href, pictureAt: () => null };

  it.each(PAYLOADS)("lets nothing through of %s", (payload) => {
    const { markdown } = htmlToMarkdown(`<p>antes</p>${payload}<p>después</p>`, options);
    const html = renderMarkdown(markdown);
    expect(html).not.toMatch(/<(?:script|svg|iframe|object|embed|style|form|base|meta|link|input|button|video|details|math)\b/i);
    expect(html).not.toMatch(/<[^>]+\son\w+=/i);
    expect(html).not.toMatch(/(?:href|src)="(?:javascript|data|vbscript):/i);
  });

  it("keeps tables, lists, code and quotations", () => {
    const html = "<table><tr><th>Puerto</th><th>Uso</th></tr><tr><td>9100</td><td>imprimir</td></tr></table><ul><li>uno<ul><li>dos</li></ul></li></ul><pre>a = 1</pre><blockquote>cita</blockquote>";
    expect(htmlToMarkdown(html, options).markdown).toBe("| Puerto | Uso      |\n| ------ | -------- |\n| 9100   | imprimir |\n\n- uno\n  - dos\n\n```\na = 1\n```\n\n> cita");
  });

  it("makes plain paragraphs of what is nested as no text is, without losing a word", () => {
    const { markdown, isPlain } = htmlToMarkdown(`${"<div>".repeat(50_000)}<p>uno</p><p>dos *</p>`, options);
    expect([isPlain, markdown]).toEqual([true, "uno\ndos \\*"]);
  });
});
