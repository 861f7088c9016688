import { Editor } from "@tiptap/core";
import { cleanPasted } from "@/components/editor/clean-pasted";
import { editorExtensions } from "@/components/editor/extensions";
import { writeText } from "@/components/editor/round-trip";
import { PAYLOADS } from "@/tests/support/payloads";
import { DOCS, PAGES, WORD } from "./support/pasted";

const titles = { note: "", tip: "", important: "", warning: "", caution: "" };
const PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
let count = 0;
const clean = (html: string) => cleanPasted(html, () => `clave-${(count += 1)}`);

/** What stands in the text after it was pasted into an empty one. */
function markdownOf(html: string): string {
  const editor = new Editor({ element: null, extensions: editorExtensions(titles), content: clean(html).html });
  const text = writeText(editor.getJSON(), new Map());
  editor.destroy();
  return text;
}

describe.each([["Word", WORD], ["Google Docs", DOCS], ["a page", PAGES]])("from %s", (_from, cases) => {
  it.each(Object.entries(cases))("%s", (_name, { html, markdown }) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});

it("names the pictures that stand elsewhere, and leaves them out", () => {
  const { html, foreign, local, pictures } = clean('<p>a<img src="https://ajena.example/fotos/panel.png?x=1"><img src="//ajena.example/b.gif" alt="Botón"><img src="file:///C:/Users/x/clip_image001.png">b</p>');
  expect([html, foreign, local, pictures]).toEqual(["<p>ab</p>", ["panel.png", "Botón"], ["clip_image001.png"], []]);
});

it("has a place for each picture that came along, and keeps those of this desk", () => {
  const own = "/api/files/0b0e7a52-93f5-4c39-a3d2-3f2f6a1f0c11";
  const { html, pictures } = clean(`<p><img src="${PIXEL}" alt="Panel"><img src="${own}" alt="Otro"></p>`);
  expect(pictures).toEqual([{ key: expect.stringMatching(/^clave-\d+$/), data: PIXEL, alt: "Panel" }]);
  expect(html).toBe(`<p><img data-pending="${pictures[0]!.key}" alt="Panel"><img src="${own}" alt="Otro"></p>`);
});

it.each(PAYLOADS)("leaves nothing that runs of %s", (payload) => {
  const box = document.implementation.createHTMLDocument("").createElement("div");
  box.innerHTML = clean(`<p>${payload}</p><table><tr><td>${payload}</td><td>x</td></tr></table>`).html;
  for (const element of box.querySelectorAll("*")) {
    expect(element.localName).toMatch(/^(p|h[2-4]|ul|ol|li|blockquote|pre|code|strong|em|s|a|br|hr|table|tbody|tr|th|td|img)$/);
    for (const { name, value } of element.attributes) {
      expect(name).toMatch(/^(href|start|align|class|src|alt|data-pending)$/);
      expect(name !== "href" || /^(https?:|mailto:|tel:|\/)/.test(value)).toBe(true);
    }
  }
});

it("fills no memory with a number in an attribute", () => {
  expect(clean('<table><tr><td colspan="100000" rowspan="65000">a</td></tr><tr><td>b</td><td>c</td></tr></table>').html.length).toBeLessThan(2_000);
});
