import fc from "fast-check";
import { matchesIn, surfacesOf } from "@/lib/kb/matches";
import { analyseText } from "@/lib/search/analysis";
import { indexedTokens } from "@/lib/search/indexed-tokens";
import { TextIndex } from "@/lib/search/text-index";

const TEXT = { title: "Correos de acme.example", body: "El correo rebota. CORREO lleno; correoso no. Escriba a ana@acme.example." };

function indexed(): TextIndex {
  const index = new TextIndex();
  index.add("a", indexedTokens(analyseText(TEXT)));
  return index;
}

it("finds every form that the index has of a term, as whole words", () => {
  const index = indexed();
  const surfaces = surfacesOf(index, 0, new Map([["corre", 2], ["acme.example", 3], ["rebot", 0]]));
  expect([...surfaces.keys()].sort()).toEqual(["acme.example", "ana@acme.example", "correo", "correos"]);
  expect(matchesIn(TEXT.body, surfaces).map(({ surface, start }) => [surface, start])).toEqual([
    ["correo", 3],
    ["CORREO", 18],
    ["ana@acme.example", 55],
    ["acme.example", 59],
  ]);
});

it("keeps to the letters of the text, whatever they are in lower case", () => {
  const text = "İİ Correo ß 😀 correo";
  expect(matchesIn(text, new Map([["correo", "corre"]])).map(({ start, end }) => text.slice(start, end))).toEqual(["Correo", "correo"]);
});

it("gives ranges in order and within the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 }), (text, words) => {
      const found = matchesIn(text, new Map(words.map((word) => [word.toLowerCase(), word])));
      expect(found.every(({ start, end }, at) => start >= (found[at - 1]?.start ?? 0) && end > start && end <= text.length)).toBe(true);
    }),
  );
});
