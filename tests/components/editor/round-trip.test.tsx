import { readText, writeText } from "@/components/editor/round-trip";
import { plainBlocks } from "@/components/editor/plain-doc";
import { writeMarkdown } from "@/components/editor/to-markdown";
import { renderDocument } from "@/lib/markdown/render";
import { faqGroups } from "@/prisma/seed/content/faq";
import { readMarkdownFolder } from "@/prisma/seed/markdown-folder";

const TEXTS: [string, string][] = [
  ...readMarkdownFolder("articles").map(({ slug, body }): [string, string] => [`articles/${slug}`, body]),
  ...readMarkdownFolder("policies").map(({ slug, body }): [string, string] => [`policies/${slug}`, body]),
  ...faqGroups.flatMap(({ entries }) => entries.map(({ slug, answer }): [string, string] => [`faq/${slug}`, answer])),
];

function read(text: string) {
  const found = readText(text);
  if (found === null || found === "too-long") throw new Error("The editor does not take this text.");
  return found;
}

/** With every block written anew, as if all had been touched. */
const rewritten = (text: string) => writeMarkdown(plainBlocks(read(text).doc.content));

it("has the demonstration's texts to try", () => expect(TEXTS.length).toBeGreaterThan(60));

describe.each(TEXTS)("%s", (_name, text) => {
  it("comes out as it went in when nothing was touched", () => {
    const { doc, spelling } = read(text);
    expect(writeText(doc, spelling)).toBe(text.replace(/\n{3,}/g, "\n\n"));
  });

  it("renders alike when everything was written anew", () => {
    expect(renderDocument(rewritten(text)).html).toBe(renderDocument(text).html);
  });
});

const HARD: Record<string, string> = {
  "marks in marks": "**negritas con *cursivas* y `código`** y ***todo***",
  "a mark that ends at white space": "a **b** c",
  "a mark inside of a word": "des**ta**cado, des*ta*cado",
  "a link with marks": "[**Panel** de *control*](https://panel.example/a?b=c&d=(e) \"Su panel\")",
  "a link in marks": "**Vea [la guía](/kb) primero**",
  "addresses as they are": "https://a.example/x_y_z, www.a.example y ana@acme.example",
  "references": "[uno][a] y ![dos][b]\n\n[a]: https://a.example \"A\"\n[b]: /api/files/0b0e7a52-93f5-4c39-a3d2-3f2f6a1f0c11",
  "HTML": "a <b>c</b> &amp; &lt;\n\n<div>\nbloque\n</div>\n\n<!-- nota -->",
  "footnotes": "uno[^1]\n\n[^1]: al pie",
  "line breaks": "uno\ndos  \ntres\\\ncuatro\n- no es lista",
  "line breaks in a heading": "Uno\nDos\n===\n\n### Tres&#xA;cuatro",
  "line breaks in a cell": "| a |\n| - |\n| b&#xA;c |",
  "numbers and dashes that begin a line": "1986\\. Fue un año\n\n\\- no\n\n\\# no\n\n+52 55 1234",
  "underscores and stars": "wp_config.php, my_var_name, 2\\*3\\*4, \\_x\\_",
  "steps with what belongs to them": "1. Abra\n\n   ```bash\n   ls -l\n   ```\n\n2. Cierre\n   - uno\n     - dos\n       1. tres\n\n   > cita",
  "steps from another number": "7. siete\n8. ocho",
  "two lists side by side": "- a\n- b\n\n* c\n* d\n\n1. e\n\n1) f",
  "tasks": "- [ ] por hacer\n- [x] hecho",
  "loose and tight": "- a\n\n- b\n\ntexto\n\n- c\n- d",
  "an empty item": "- a\n-\n- b",
  "a table": "| a | b | c |\n| :-- | :-: | --: |\n| `x\\|y` | **z** | |\n| [l](/kb) |\n| 1 | 2 | 3 | 4 |",
  "callouts": "> [!NOTE]\n> Uno\n> dos\n\n> [!TIP]\n>\n> - a\n> - b\n\n> [!CAUTION]\n> x\n>\n> > cita\n\n> [!NADA]\n> x",
  "code": "```js title=\"x\"\nconst a = `b`;\n```\n\n    sangría\n\n~~~\n```\n~~~\n\n`` a`b ``",
  "pictures": "![Panel](/api/files/0b0e7a52-93f5-4c39-a3d2-3f2f6a1f0c11#640x480 \"T\") y [![m](/images/a.png)](/kb)",
  "a rule": "a\n\n---\n\nb\n\n***",
  "placeholders of policies": "Antes\n\n{{clock-example}}\n\n{{ targets }}",
  "entities and escapes": "&copy; &nbsp; \\* \\[x] 3 < 4 > 2 & más",
  "emoji and accents": "👩‍👩‍👧‍👦 ñandú **ü** ¿qué?",
  "strike": "~~viejo~~ ~uno~",
  "quotations": "> a\nb\n>\n> c\n\n> > d",
};

describe.each(Object.entries(HARD))("%s", (_name, text) => {
  it("says the same when nothing was touched, and when everything was written anew", () => {
    const { doc, spelling } = read(text);
    expect(renderDocument(writeText(doc, spelling)).html).toBe(renderDocument(text).html);
    expect(renderDocument(rewritten(text)).html).toBe(renderDocument(text).html);
  });

  it("is written the same way the second time", () => {
    const once = rewritten(text);
    expect(rewritten(once)).toBe(once);
  });
});

it("writes only what was touched in its own way", () => {
  const text = "* uno\n* dos\n\nSetext\n------\n\nUn *párrafo*\ncon __marcas__.";
  const { doc, spelling } = read(text);
  doc.content![2] = { type: "paragraph", content: [{ type: "text", text: "Otro" }] };
  expect(writeText(doc, spelling)).toBe("* uno\n* dos\n\nSetext\n------\n\nOtro");
});

it("keeps an underscore in a name as it is, and leaves policies' places alone", () => {
  expect(rewritten("wp_config.php")).toBe("wp_config.php");
  expect(rewritten("{{clock-example}}")).toBe("{{clock-example}}");
});

it.each([
  ["a definition in a quotation that is used outside", "[a]\n\n> [a]: https://a.example"],
  ["a tangled text", ">".repeat(20)],
])("does not open %s", (_name, text) => expect(readText(text)).toBeNull());

it("does not open what would make typing slow", () => expect(readText("a ".repeat(60_000))).toBe("too-long"));
