import fc from "fast-check";
import { nearWords } from "@/lib/search/near-words";
import { Vocabulary } from "@/lib/search/vocabulary";

const of = (...words: string[]) => new Vocabulary(words.map((surface, at) => ({ surface, term: surface, documents: words.length - at })));

describe("vocabulary", () => {
  it("knows what a misspelt word may mean, and shows it with its accents", () => {
    expect(of("contraseña", "contrata", "correo").near("contrasnea")).toMatchObject([{ word: "contrasena", surface: "contraseña", edits: 1 }]);
    expect(of("dominio").near("domnio")).toMatchObject([{ word: "dominio", edits: 1 }]);
    expect(of("dns").near("dnt")).toEqual([]);
  });

  it("completes from two letters on, the word of most texts first, then the shorter", () => {
    const vocabulary = new Vocabulary([
      { surface: "factor", term: "factor", documents: 1 },
      { surface: "facturación", term: "factur", documents: 9 },
      { surface: "factura", term: "factur", documents: 9 },
      { surface: "faltar", term: "falt", documents: 90 },
    ]);
    expect(vocabulary.completions("fact", 8).map(({ surface }) => surface)).toEqual(["factura", "facturación", "factor"]);
    expect(vocabulary.completions("fact", 1).map(({ surface }) => surface)).toEqual(["factura"]);
    expect(vocabulary.completions("f", 8)).toEqual([]);
    expect(vocabulary.completions("zz", 8)).toEqual([]);
  });

  it("keeps one of the ways to write a word: that of most texts, and of equals the accented one", () => {
    const known = (words: Array<[string, number]>) => new Vocabulary(words.map(([surface, documents]) => ({ surface, term: "t", documents }))).completions("pagina", 8).map(({ surface }) => surface);
    expect(known([["pagina", 3], ["página", 3]])).toEqual(["página"]);
    expect(known([["página", 3], ["pagina", 3]])).toEqual(["página"]);
    expect(known([["página", 3], ["pagina", 5]])).toEqual(["pagina"]);
  });

  it("leaves out what is no plain word", () => {
    const vocabulary = of("acme.example", "550", "x-ray", "correo");
    expect([vocabulary.has("acme.example"), vocabulary.has("550"), vocabulary.has("correo"), vocabulary.has("zzz")]).toEqual([false, false, true, false]);
  });

  it("passes over no word that comparing them all would find", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "n"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, misspelt) => {
        expect(of(...words).near(misspelt).map(({ word: found, edits }) => [found, edits])).toEqual(nearWords(misspelt, words).map(({ word: found, edits }) => [found, edits]));
      }),
      { numRuns: 300 },
    );
  });
});
