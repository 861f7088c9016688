import fc from "fast-check";
import type { Prior } from "@/lib/search/lexicon";
import { TextIndex, type WeightedId } from "@/lib/search/text-index";
import { plainIndex, plainTokens } from "@/tests/support/texts";

const SETTINGS = { k1: 2, b: 0.9 };

function idsOf(index: TextIndex, words: string, options: { limit?: number; accepts?: (at: number) => boolean } = {}): string[] {
  return index.search(question(index, words), SETTINGS, { limit: 10, ...options }).map(({ at }) => index.idAt(at));
}

function question(index: TextIndex, words: string, weight = 1): WeightedId[] {
  return words.split(" ").flatMap((word) => {
    const term = index.termId(word);
    return term === undefined ? [] : [{ term, frequency: 1, weight }];
  });
}

describe("what is counted", () => {
  it("counts a title three times, and texts once a term", () => {
    const index = plainIndex({ a: "correo | lento lento", b: "correo" });
    expect([index.documents, index.documentsWith("correo"), index.documentsWith("lento"), index.documentsWith("nunca")]).toEqual([2, 2, 1, 0]);
    expect([index.lengthAt(0), index.lengthAt(1), index.averageLength]).toEqual([5, 1, 3]); // 3 + 2, and 1
    expect(index.documentsWithGram("lent")).toBe(1);
  });

  it("weighs a term by the texts without it", () => {
    const index = plainIndex({ a: "correo lento", b: "correo" });
    expect(index.weightOf(index.termId("correo")!)).toBeCloseTo(Math.log(1.2)); // 1 + 0.5 / 2.5
    expect(index.weightOf(index.termId("lento")!)).toBeCloseTo(Math.log(2)); // 1 + 1.5 / 1.5
    expect(index.weightOfUnknown()).toBeCloseTo(Math.log(6)); // 1 + 2.5 / 0.5
  });

  it("adds what is known beforehand", () => {
    const prior: Prior = { documents: 9, averageLength: 5, averageGramLength: 0, frequencyOf: (term) => (term === "correo" ? 8 : 0), gramFrequencyOf: (gram) => (gram === "corr" ? 9 : 0) };
    const index = plainIndex({ a: "correo lento red sol mar" }, prior);
    expect(index.weightOf(index.termId("correo")!)).toBeCloseTo(Math.log(1 + 1.5 / 9.5)); // in 9 of 10
    expect(index.weightOf(index.termId("lento")!)).toBeCloseTo(Math.log(1 + 9.5 / 1.5)); // in 1 of 10
    expect(index.gramWeightOf(index.gramId("corr")!)).toBeCloseTo(Math.log(1 + 0.5 / 10.5));
    expect(index.averageLength).toBe(5); // (5 + 9 · 5) / 10
    expect(index.documentsWith("correo")).toBe(1);
  });

  it("has an average before its first text", () => {
    expect(new TextIndex().averageLength).toBeGreaterThan(0);
    expect(new TextIndex().averageGramLength).toBeGreaterThan(0);
  });
});

describe("search", () => {
  it("scores by BM25", () => {
    const index = plainIndex({ once: "correo lento", twice: "correo correo" });
    const hits = index.search(question(index, "correo", 2), SETTINGS, { limit: 10 });
    // Both of average length: 2 · 2 · 3 / (2 + 2) and 2 · 1 · 3 / (1 + 2).
    expect(hits.map(({ at, score }) => [index.idAt(at), score])).toEqual([["twice", 3], ["once", 2]]);
  });

  it("prefers the shorter of two texts that say it once", () => {
    const index = plainIndex({ short: "correo lento", long: "correo con muchas otras palabras detrás" });
    expect(idsOf(index, "correo")).toEqual(["short", "long"]);
  });

  it("puts the younger of two equals first, and keeps to the limit", () => {
    const index = plainIndex({ first: "correo", second: "correo", third: "correo" });
    expect(idsOf(index, "correo")).toEqual(["third", "second", "first"]);
    expect(idsOf(index, "correo", { limit: 2 })).toEqual(["third", "second"]);
    expect(idsOf(index, "correo", { limit: 0 })).toEqual([]);
  });

  it("looks only at the texts that are accepted", () => {
    const index = plainIndex({ first: "correo", second: "correo", third: "correo" });
    expect(idsOf(index, "correo", { limit: 1, accepts: (at) => at !== 2 })).toEqual(["second"]);
  });

  it("finds the best of many as sorting them all would", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 6 }), { maxLength: 40 }), fc.nat(12), (texts, limit) => {
        const index = plainIndex(Object.fromEntries(texts.map((words, at) => [`t${at}`, words.join(" ")])));
        const all = index.search(question(index, "a b"), SETTINGS, { limit: 1_000 });
        expect(index.search(question(index, "a b"), SETTINGS, { limit })).toEqual(all.slice(0, limit));
        expect([...all].sort((a, b) => b.score - a.score || b.at - a.at)).toEqual(all);
      }),
    );
  });
});

describe("adding, replacing and removing", () => {
  it("finds a replaced text by its new words alone", () => {
    const index = plainIndex({ a: "correo", b: "correo" });
    index.add("a", plainTokens("factura"));
    expect(idsOf(index, "correo")).toEqual(["b"]);
    expect(idsOf(index, "factura")).toEqual(["a"]);
    expect([index.documents, index.documentsWith("correo"), index.span]).toEqual([2, 1, 3]);
    expect(index.positionOf("a")).toBe(2);
    expect([index.isLiveAt(0), index.isLiveAt(2)]).toEqual([false, true]);
  });

  it("forgets a removed text in every count", () => {
    const index = plainIndex({ a: "correo | lento", b: "correo" });
    index.remove("a");
    index.remove("a");
    index.remove("nobody");
    expect([index.documents, index.documentsWith("correo"), index.documentsWith("lento"), index.documentsWithGram("lent"), index.averageLength]).toEqual([1, 1, 0, 0, 1]);
    expect(idsOf(index, "lento")).toEqual([]);
    expect([...index.vocabulary()].map(({ surface }) => surface)).toEqual(["correo"]);
  });

  it("ends up as if only the last edition of each text had ever come", () => {
    const step = fc.record({ id: fc.constantFrom("a", "b", "c", "d"), words: fc.option(fc.array(fc.constantFrom("correo", "red", "sol", "|"), { minLength: 1, maxLength: 8 })) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const index = new TextIndex();
        const last = new Map<string, string>();
        for (const { id, words } of steps) {
          last.delete(id);
          if (words === null) index.remove(id);
          else {
            const text = words.join(" ");
            index.add(id, plainTokens(text));
            last.set(id, text);
          }
        }
        const anew = plainIndex(Object.fromEntries(last));
        const seen = (of: TextIndex) => ({
          documents: of.documents, length: of.averageLength, grams: of.averageGramLength,
          counts: ["correo", "red", "sol"].map((term) => of.documentsWith(term)),
          found: of.search(question(of, "correo red"), SETTINGS, { limit: 10 }).map(({ at, score }) => [of.idAt(at), score.toFixed(9)]),
        });
        expect(seen(index)).toEqual(seen(anew));
      }),
    );
  });

  it("takes in the words of a question without counting them", () => {
    const index = plainIndex({ a: "correo" });
    const words = index.wordsOf(plainTokens("correo zimbra").body);
    expect([...words].map((word) => index.surfaceOf(word))).toEqual(["correo", "zimbra"]);
    expect([index.documents, index.documentsWith("zimbra")]).toEqual([1, 0]);
    expect(index.weightOf(index.termOf(words[1]!))).toBeCloseTo(index.weightOfUnknown());
    expect([...index.vocabulary()].map(({ surface }) => surface)).toEqual(["correo"]);
  });
});

describe("grams of a text", () => {
  it("score like words do", () => {
    const index = plainIndex({ a: "red" });
    const weights = new Map([[index.gramId(" red")!, 1], [index.gramId("red ")!, 2]]);
    // Two grams, average length: each 1 · 3 / (1 + 2).
    expect(index.gramScores([0], weights, SETTINGS)).toEqual([3]);
    expect(index.gramScores([0, 0], weights, SETTINGS)).toEqual([3, 3]);
  });

  it("liken a misspelt word to the right one more than to another", () => {
    const index = plainIndex({ right: "contrasena", other: "contacto", stranger: "factura" });
    const asked = index.countGrams(new Int32Array(0), index.wordsOf(plainTokens("contrasnea").body));
    const [right, other, stranger] = index.gramScores([0, 1, 2], new Map([...asked.keys()].map((gram) => [gram, 1])), SETTINGS);
    expect(right).toBeGreaterThan(other ?? 0);
    expect(stranger).toBe(0);
  });
});
