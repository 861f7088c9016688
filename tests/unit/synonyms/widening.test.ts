import fc from "fast-check";
import { synonymGroups } from "@/prisma/seed/content/synonyms";
import { cleanText } from "@/lib/search/text";
import { compileSynonyms } from "@/lib/synonyms/compile-synonyms";
import { SAMPLE_LENGTH_MAX, widenText } from "@/lib/synonyms/widen-text";

const GROUPS = compileSynonyms([{ id: "site", expressions: ["página", "sitio", "sitio web"] }, { id: "down", expressions: ["caído", "no abre"] }]);

it("shows what is recognised in a text, and what it leads to", () => {
  expect(widenText("Mi página no abre.", GROUPS)).toEqual({
    segments: [{ text: "Mi ", isMatch: false }, { text: "página", isMatch: true }, { text: " ", isMatch: false }, { text: "no abre", isMatch: true }, { text: ".", isMatch: false }],
    matches: [{ found: "página", others: ["sitio", "sitio web"] }, { found: "no abre", others: ["caído"] }],
  });
});

it("shows a text without any as it is", () => {
  expect(widenText("Hola", GROUPS)).toEqual({ segments: [{ text: "Hola", isMatch: false }], matches: [] });
  expect(widenText("", GROUPS)).toEqual({ segments: [], matches: [] });
});

it("says the whole text again, whatever it is", () => {
  const seeded = compileSynonyms(synonymGroups.map((expressions, at) => ({ id: String(at), expressions })));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 600 }), fc.array(fc.constantFrom(...synonymGroups.flat())).map((each) => each.join(" "))), (text) => {
    expect(widenText(text, seeded).segments.map((each) => each.text).join("")).toBe(cleanText(text, SAMPLE_LENGTH_MAX));
  }));
});
