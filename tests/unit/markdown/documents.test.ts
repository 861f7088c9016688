import { foreignPictures, linesOf, ownPicturesIn } from "@/lib/markdown/pictures";
import { renderDocument, renderMarkdown } from "@/lib/markdown/render";

const ID = "0b0e7a52-93f5-4c39-a3d2-3f2f6a1f0c11";
const OTHER = "0b0e7a52-93f5-4c39-a3d2-3f2f6a1f0c12";

describe("callouts", () => {
  it("says in words what kind it is, and keeps what stands in it", () => {
    expect(renderMarkdown("> [!WARNING]\n> No apague el equipo.\n>\n> - uno\n> - dos")).toBe(
      '<div role="note" class="callout callout-warning"><p class="callout-title">Advertencia</p>\n<p>No apague el equipo.</p>\n<ul>\n<li>uno</li>\n<li>dos</li>\n</ul>\n</div>',
    );
  });

  it.each([
    ["an unknown kind", "> [!PANIC]\n> x"],
    ["words behind the mark", "> [!NOTE] título\n> x"],
    ["a mark that does not come first", "> x\n> [!NOTE]"],
    ["a mark outside of a quotation", "[!NOTE]\nx"],
  ])("leaves %s as it was typed", (_name, text) => {
    const html = renderMarkdown(text);
    expect(html).not.toContain("callout");
    expect(html).toMatch(/\[!(NOTE|PANIC)\]/);
  });
});

describe("pictures", () => {
  it("gives one of ours its room before it is there, and loads it late", () => {
    expect(renderMarkdown(`![Panel de correo](/api/files/${ID}#640x480)`)).toBe(
      `<p><img src="/api/files/${ID}" alt="Panel de correo" width="640" height="480" loading="lazy" decoding="async"></p>`,
    );
  });

  it.each(["0x10", "10x0", "123456x1", "10x10x10", "1e3x1"])("believes no size like %s", (size) => {
    expect(renderMarkdown(`![x](/api/files/${ID}#${size})`)).not.toMatch(/<img|width=/);
  });

  it("names the foreign ones by their lines, whatever way they are written", () => {
    const text = `# Uno\n\n![a](https://ajena.example/a.png) y ![b][b]\n\n![c](/api/files/${ID})\n\n![d](//ajena.example/d.png)\n![e](data:image/png;base64,AAAA)\n\n[b]: http://ajena.example/b.png`;
    const found = foreignPictures(text);
    expect(found).toEqual([
      { address: "https://ajena.example/a.png", line: 3 },
      { address: "http://ajena.example/b.png", line: 3 },
      { address: "//ajena.example/d.png", line: 7 },
      { address: "data:image/png;base64,AAAA", line: 8 },
    ]);
    expect(linesOf(found)).toBe("3, 7, 8");
  });

  it("takes code and HTML for no pictures, because none is shown", () => {
    expect(foreignPictures("`![a](https://ajena.example/a.png)`\n\n```\n![b](https://ajena.example/b.png)\n```\n\n<img src='https://ajena.example/c.png'>")).toEqual([]);
  });

  it("finds each of ours once", () => {
    expect(ownPicturesIn(`![a](/api/files/${ID.toUpperCase()}#10x20) ![b](/api/files/${OTHER})\n\n![a](/api/files/${ID})\n\n[enlace](/api/files/${OTHER}1)`)).toEqual([ID, OTHER]);
  });
});

describe("code, tables and steps", () => {
  it("says in which language code is written, and nothing else of its first line", () => {
    expect(renderMarkdown("```bash title=x onload=y\nls\n```")).toBe('<pre tabindex="0" data-language="bash"><code>ls\n</code></pre>');
    expect(renderMarkdown('```"><b\nls\n```')).toBe('<pre tabindex="0"><code>ls\n</code></pre>');
  });

  it("numbers steps from where they begin, with what belongs to each", () => {
    expect(renderDocument("3. Abra\n\n   ```\n   x\n   ```\n4. Cierre").html).toContain('<ol start="3">');
  });

  it.each([
    ["rows of another length", "|a|b|\n|-|-|\n|1|\n|1|2|3|", 3],
    ["no line below the head", "|a|b|\n|1|2|", 0],
    ["a head of another length", "|a|b|c|\n|-|-|\n|1|2|3|", 0],
    ["a bar in code", "|a|b|\n|-|-|\n|`1|2`|3|", 2],
    ["nothing in it", "|a|b|1|2|3|\n|-|-|-|-|-|", 1],
  ])("loses no cell of a table with %s", (_name, text, rows) => {
    const html = renderMarkdown(text);
    expect(html.match(/<tr>/g)?.length ?? 0).toBe(rows);
    const shown = html.replace(/<[^>]*>/g, " ");
    for (const mark of ["a", "b", "1", "2", "3"].filter((each) => text.includes(each))) expect(shown).toContain(mark);
  });
});
