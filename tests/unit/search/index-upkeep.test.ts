import { encodeTokens, type IndexedTokens } from "@/lib/search/indexed-tokens";
import { Tally } from "@/lib/search/tally";
import { TextIndex } from "@/lib/search/text-index";
import { Vocabulary } from "@/lib/search/vocabulary";

const TEXT: IndexedTokens = {
  title: [{ surface: "contraseña", term: "contrasen" }],
  body: [{ surface: "correo", term: "correo" }, { surface: "contraseñas", term: "contrasen" }],
};
const SETTINGS = { k1: 1.2, b: 0.75 };

describe("keeping an index", () => {
  it("takes a text in as it is stored just as it takes in its words", () => {
    const [byWords, stored] = [new TextIndex(), new TextIndex()];
    byWords.add("a", TEXT);
    stored.addStored("a", encodeTokens(TEXT));
    expect([...stored.vocabulary()]).toEqual([...byWords.vocabulary()]);
    expect(stored.lengthAt(0)).toBe(5); // the title's word three times, and two
    expect(stored.gramLengthAt(0)).toBe(byWords.gramLengthAt(0));
    expect([...stored.gramFrequencies(0)]).toEqual([...byWords.gramFrequencies(0)]);
  });

  it("finds neither what was removed nor what is not accepted, and finds what came after", () => {
    const index = new TextIndex();
    for (const id of ["a", "b", "c"]) index.add(id, TEXT);
    const find = (accepts?: (at: number) => boolean) =>
      index.search([{ term: index.termId("correo")!, frequency: 1, weight: 1 }, { term: index.termId("contrasen")!, frequency: 1, weight: 1 }], SETTINGS, { limit: 10, ...(accepts && { accepts }) }).map(({ at }) => index.idAt(at));
    expect(find()).toEqual(["c", "b", "a"]);
    expect(find((at) => index.idAt(at) === "b")).toEqual(["b"]);
    index.remove("b");
    expect(find()).toEqual(["c", "a"]);
    index.addStored("d", encodeTokens(TEXT));
    expect(find()).toEqual(["d", "c", "a"]);
  });

  it("counts in the order of first sight and then forgets", () => {
    const tally = new Tally();
    for (const [key, amount] of [[5_000, 3], [2, 1], [5_000, 1]] as const) tally.add(key, amount);
    const told: number[][] = [];
    tally.drain((key, count) => told.push([key, count]));
    expect(told).toEqual([[5_000, 4], [2, 1]]);
    tally.drain(() => told.push([]));
    expect(told).toHaveLength(2);
  });
});

describe("words that come later", () => {
  const word = (surface: string, documents = 1) => ({ surface, term: surface, documents });

  it("are completed, known and near as if they had been there from the first", () => {
    const surfaces = ["dominio", "correo", "factura", "cuenta", "domiciliar", "servidor", "zona", "archivo"];
    const whole = new Vocabulary(surfaces.map((surface) => word(surface)));
    const grown = new Vocabulary(surfaces.slice(0, 2).map((surface) => word(surface)));
    for (const surface of surfaces.slice(2)) grown.add(word(surface));
    for (const surface of surfaces) expect(grown.has(surface)).toBe(true);
    expect(grown.completions("dom", 5)).toEqual(whole.completions("dom", 5));
    for (const slip of ["dominoi", "servidro", "factra", "arhcivo"]) expect(grown.near(slip)).toEqual(whole.near(slip));
  });

  it("are shown as most texts write them", () => {
    const grown = new Vocabulary([word("pagina")]);
    grown.add(word("página"));
    expect(grown.completions("pagi", 1)[0]?.surface).toBe("página");
  });
});
