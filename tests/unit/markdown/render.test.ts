import { renderDocument, renderMarkdown } from "@/lib/markdown/render";

describe("what people write", () => {
  it("keeps the line breaks that were typed", () => {
    expect(renderMarkdown("uno\ndos")).toBe("<p>uno<br>\ndos</p>");
  });

  it("shows HTML as the text that it is, so that a pasted error is not lost", () => {
    expect(renderMarkdown("sale <b>esto</b> en pantalla")).toBe("<p>sale &#x3C;b>esto&#x3C;/b> en pantalla</p>");
  });

  it("shows a block of HTML too", () => {
    expect(renderMarkdown("<div>\nFatal error\n</div>")).toContain("Fatal error");
  });

  it("keeps the text of footnotes, which are not offered", () => {
    const html = renderMarkdown("nota[^1]\n\n[^1]: al pie");
    expect(html).toContain("nota[^1]");
    expect(html).toContain("al pie");
  });

  it("shows a task as a sign, not as a control without a name", () => {
    const html = renderMarkdown("- [x] hecho\n- [ ] pendiente");
    expect(html).toContain("☑ hecho");
    expect(html).toContain("☐ pendiente");
    expect(html).not.toContain("<input");
  });

  it("lets a wide table scroll by itself, also by keyboard", () => {
    expect(renderMarkdown("|a|b|\n|-|-|\n|1|2|")).toMatch(/^<div class="table-scroll" tabindex="0"><table>/);
  });

  it("makes no heading larger than those of the page around a message", () => {
    expect(renderMarkdown("# Grande\n\n## Menos")).toBe("<h4>Grande</h4>\n<h5>Menos</h5>");
  });
});

describe("links and pictures", () => {
  it("gives no weight and no referrer to other sites", () => {
    expect(renderMarkdown("[a](https://example.com)")).toContain('<a href="https://example.com" rel="nofollow noopener noreferrer">a</a>');
  });

  it("leaves links within the site alone", () => {
    expect(renderMarkdown("[a](/kb/articles/spf)")).toContain('<a href="/kb/articles/spf">a</a>');
  });

  it("does not take an address without a protocol for one of this site", () => {
    expect(renderMarkdown("[a](//evil.example)")).toContain('<a href="//evil.example" rel="nofollow noopener noreferrer">');
  });

  it.each([
    ["/\\evil.example", "/%5Cevil.example"],
    ["/\t/evil.example", "/%09/evil.example"],
  ])("keeps %j on this site, where a browser would read another", (typed, href) => {
    expect(renderMarkdown(`[a](<${typed}>)`)).toContain(`<a href="${href}">`);
  });

  it("makes a link of a picture from another site, which would tell who reads", () => {
    const html = renderMarkdown("![foto](https://example.com/a.png)");
    expect(html).not.toContain("<img");
    expect(html).toContain('href="https://example.com/a.png"');
  });

  it("shows the site's own pictures", () => {
    expect(renderMarkdown("![foto](/files/a.png)")).toContain('<img src="/files/a.png" alt="foto"');
  });

  it.each(["/api/auth/signout", "/files/../api/auth/signout", "/files/%2e%2e/api/auth/signout"])("fetches nothing else of the site as a picture: %s", (address) => {
    expect(renderMarkdown(`![x](${address})`)).not.toContain("<img");
  });
});

describe("documents", () => {
  it("numbers headings of the same name and lists them for a table of contents", () => {
    const { html, headings } = renderDocument("# ¿Qué es DNS?\n\n## Pasos\n\n## Pasos");
    expect(headings).toEqual([
      { id: "s-que-es-dns", text: "¿Qué es DNS?", level: 2 },
      { id: "s-pasos", text: "Pasos", level: 3 },
      { id: "s-pasos-2", text: "Pasos", level: 3 },
    ]);
    expect(html).toContain('<h2 id="s-que-es-dns">');
  });

  it("begins at the second level also when the text begins lower", () => {
    expect(renderDocument("### Detalle").headings).toEqual([{ id: "s-detalle", text: "Detalle", level: 2 }]);
  });

  it("names a heading of marks alone", () => {
    expect(renderDocument("## ¿?").headings).toEqual([{ id: "s-seccion", text: "¿?", level: 2 }]);
  });
});

it("gives the same answer to the same text", () => {
  expect(renderMarkdown("**hola**")).toBe(renderMarkdown("**hola**"));
  expect(renderDocument("## a", { idPrefix: "x-" }).html).not.toBe(renderDocument("## a", { idPrefix: "y-" }).html);
});
