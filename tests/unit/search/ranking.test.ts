import { inverseFrequency, queryWeight, termScore } from "@/lib/search/bm25";
import { gramsOf } from "@/lib/search/grams";
import { editDistance, nearWords } from "@/lib/search/near-words";

describe("bm25", () => {
  it("weighs a rare term more", () => {
    expect(inverseFrequency({ documents: 9, withTerm: 0 })).toBeCloseTo(Math.log(20)); // 1 + 9.5 / 0.5
    expect(inverseFrequency({ documents: 9, withTerm: 9 })).toBeCloseTo(Math.log(1 + 0.5 / 9.5));
  });

  it("saturates repetition", () => {
    // 1 · 3 / (1 + 2) and 4 · 3 / (4 + 2), for a text of average length
    expect(termScore({ frequency: 1, length: 10, averageLength: 10 }, { k1: 2, b: 0.9 })).toBeCloseTo(1);
    expect(termScore({ frequency: 4, length: 10, averageLength: 10 }, { k1: 2, b: 0.9 })).toBeCloseTo(2);
    expect(queryWeight(1)).toBe(1);
    expect(queryWeight(8)).toBe(4.5); // 8 · 9 / 16
  });
});

describe("grams", () => {
  it("marks the edges of a word", () => {
    expect(gramsOf("dominio")).toEqual([" dom", "domi", "omin", "mini", "inio", "nio "]);
    expect(gramsOf("a")).toEqual([" a "]);
  });
});

describe("near words", () => {
  it.each([
    ["correo", "correo", 0],
    ["correo", "coreo", 1],
    ["correo", "correos", 1],
    ["correo", "corroe", 1],
    ["dominio", "domninoi", 2],
    ["correo", "factura", 3],
  ])("%s and %s are %d apart", (one, other, edits) => {
    expect(editDistance(one, other, 2)).toBe(edits);
  });

  it("takes one edit in a short word and two in a long one", () => {
    expect(nearWords("coro", ["correo", "coros", "oro"]).map(({ word }) => word)).toEqual(["coros", "oro"]);
    expect(nearWords("contraxexa", ["contrasena", "contrata"])).toEqual([{ word: "contrasena", edits: 2, weight: 0.5 }]);
    expect(nearWords("coro", ["faro", "mesa", "cosas"])).toEqual([]);
    expect(nearWords("dns", ["dnt"])).toEqual([]);
  });
});
