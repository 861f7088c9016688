import fc from "fast-check";
import { analyseText } from "@/lib/search/analysis";
import { decodeTokens, encodeTokens, indexedTokens } from "@/lib/search/indexed-tokens";

const stored = (title: string, body: string) => encodeTokens(indexedTokens(analyseText({ title, body })));

describe("the words of a text as they are stored", () => {
  it("are a line for the title and one for the body, each word with its term where that differs", () => {
    expect(stored("Correo caído", "Error 550")).toBe("correo|corre caído|caid\nerror 550");
  });

  it("leave stop words out, unless there is nothing else", () => {
    expect(stored("El correo", "no va")).toBe("correo|corre\n");
    expect(stored("", "esto no va")).toBe("\nesto no va");
  });

  it("come back as they went in", () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: fc.constantFrom("a", "Ñ", "|", " ", "\n", "\u00a0", "\u2028", "1", ".", "@", "ﷺ", "ﹰ", "ͺ", "\u0301", "𝒜", "İ", "⑴"), maxLength: 80 }));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const tokens = indexedTokens(analyseText({ title, body }));
        expect(decodeTokens(encodeTokens(tokens))).toEqual(tokens);
      }),
      { numRuns: 500 },
    );
  });

  it("hold nothing that UTF-8 cannot: what a word was cut to is what it is looked for by", () => {
    // 39 units, then letters of two: the cut at 40 falls into one.
    for (const word of [`${"a".repeat(39)}${"𝒜𝓑".repeat(20)}`, `x${"𐐨".repeat(60)}`, `${"b".repeat(35)}.${"𠮷".repeat(30)}`]) {
      const encoded = stored(word, word);
      expect(Buffer.from(encoded, "utf8").toString("utf8")).toBe(encoded);
    }
  });
});
