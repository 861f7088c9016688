import { compareTexts, isChanged, paragraphsOf } from "@/lib/diff/compare-texts";
import { foldUnchanged } from "@/lib/diff/fold-unchanged";
import type { DiffBlock } from "@/lib/diff/types";

describe("a comparison of two texts", () => {
  it("shows the words that changed inside a paragraph, and leaves the others alone", () => {
    expect(compareTexts("# Correo\n\nAbra el puerto 25 del servidor.\n\nListo.", "# Correo\n\nAbra el puerto 587 del servidor.\n\nListo.")).toEqual([
      { kind: "same", text: "# Correo" },
      {
        kind: "changed",
        parts: [
          { kind: "same", text: "Abra el puerto " },
          { kind: "removed", text: "25" },
          { kind: "added", text: "587" },
          { kind: "same", text: " del servidor." },
        ],
      },
      { kind: "same", text: "Listo." },
    ]);
  });

  it("takes neighbouring changed words as one change", () => {
    const [block] = compareTexts("Pulse el botón verde grande y espere.", "Pulse el botón rojo chico y espere.");
    expect(block).toEqual({
      kind: "changed",
      parts: [
        { kind: "same", text: "Pulse el botón " },
        { kind: "removed", text: "verde grande" },
        { kind: "added", text: "rojo chico" },
        { kind: "same", text: " y espere." },
      ],
    });
  });

  it("tells a new paragraph from a changed one", () => {
    expect(compareTexts("Uno dos tres cuatro.", "Nada que ver aquí.\n\nUno dos tres cinco.").map(({ kind }) => kind)).toEqual(["added", "changed"]);
  });

  it("does not take a paragraph about something else for a changed one", () => {
    expect(compareTexts("Reinicie el módem.", "Pague su factura mañana.")).toEqual([
      { kind: "removed", text: "Reinicie el módem." },
      { kind: "added", text: "Pague su factura mañana." },
    ]);
  });

  it.each([
    ["nothing and nothing", "", ""],
    ["the same", "a\n\nb", "a\n\nb"],
    ["blank lines and line ends", "a\r\n\r\n\r\nb\n", "\n\na\n\nb"],
  ])("sees no change between %s", (_name, before, after) => {
    expect(isChanged(compareTexts(before, after))).toBe(false);
  });

  it.each([
    ["words", "El ñandú corre, salta y nada.", "El ñandú camina; salta, y no nada."],
    ["lists", "- uno\n- dos\n- tres\n\nFin", "- uno\n- dos y medio\n- tres\n- cuatro\n\nFin"],
    ["emoji and marks", "Hola 👩‍👩‍👧 é **x**", "Hola 👩‍👩‍👦 é *x*"],
    ["all of it gone", "a b c\n\nd", ""],
    ["moved", "a a a\n\nb b b\n\nc c c", "c c c\n\na a a\n\nb b b"],
  ])("leaves nothing out: both texts can be read from it (%s)", (_name, before, after) => {
    const blocks = compareTexts(before, after);
    expect(sideOf(blocks, "removed")).toEqual(paragraphsOf(before));
    expect(sideOf(blocks, "added")).toEqual(paragraphsOf(after));
  });
});

describe("however long the texts are", () => {
  const paragraph = (at: number) => `Párrafo ${at} con unas palabras que hablan del servidor ${at * 7} y de su dominio.`;
  const long = Array.from({ length: 27_000 }, (_, at) => paragraph(at)).join("\n\n");

  it("answers for 2 MB with a change in each tenth paragraph", () => {
    const other = Array.from({ length: 27_000 }, (_, at) => (at % 10 === 0 ? paragraph(at).replace("servidor", "equipo") : paragraph(at))).join("\n\n");
    const started = performance.now();
    const blocks = compareTexts(long, other);
    expect(performance.now() - started).toBeLessThan(15_000); // a slow machine is no failure
    expect(isChanged(blocks)).toBe(true);
    expect(sideOf(blocks, "added")).toEqual(paragraphsOf(other));
  });

  it("answers for two of 2 MB that have nothing in common", () => {
    const started = performance.now();
    const blocks = compareTexts(long, long.replaceAll("a", "e").replaceAll("o", "u"));
    expect(performance.now() - started).toBeLessThan(15_000); // a slow machine is no failure
    expect(blocks.every(({ kind }) => kind !== "same")).toBe(true);
  });

  it("answers for one paragraph of 2 MB without a line end", () => {
    const started = performance.now();
    const blocks = compareTexts("palabra ".repeat(260_000), "palabro ".repeat(260_000));
    expect(performance.now() - started).toBeLessThan(15_000); // a slow machine is no failure
    expect(blocks.map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});

describe("what did not change", () => {
  const same = (count: number) => Array.from({ length: count }, (): DiffBlock => ({ kind: "same", text: "igual" }));

  it("is folded, but for the neighbours of a change", () => {
    const stretches = foldUnchanged([...same(5), { kind: "added", text: "nuevo" }, ...same(4)]);
    expect(stretches.map(({ kind, blocks }) => [kind, blocks.length])).toEqual([
      ["folded", 4],
      ["shown", 3],
      ["folded", 3],
    ]);
  });

  it("is not folded when it is a single paragraph", () => {
    const stretches = foldUnchanged([{ kind: "added", text: "a" }, ...same(3), { kind: "removed", text: "b" }]);
    expect(stretches.map(({ kind, blocks }) => [kind, blocks.length])).toEqual([["shown", 5]]);
  });
});

/** One of the two texts, out of the comparison. */
function sideOf(blocks: readonly DiffBlock[], side: "added" | "removed"): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "changed") return [block.parts.filter(({ kind }) => kind === "same" || kind === side).map(({ text }) => text).join("")];
    return block.kind === "same" || block.kind === side ? [block.text] : [];
  });
}
