import fc from "fast-check";
import { highlight, passageOf, readableOf } from "@/lib/search/highlight";

const isMail = (token: { term: string }) => token.term === "corre";

it("marks every form of the word and keeps the text", () => {
  expect(highlight("Correos: mi correo no sale", "es", isMail)).toEqual([
    { text: "Correos", isMatch: true },
    { text: ": mi ", isMatch: false },
    { text: "correo", isMatch: true },
    { text: " no sale", isMatch: false },
  ]);
});

it("marks an identifier once, not its parts again", () => {
  expect(highlight("En acme.example", "es", ({ term }) => term === "acme.example" || term === "acme")).toEqual([
    { text: "En ", isMatch: false },
    { text: "acme.example", isMatch: true },
  ]);
});

it("cuts the passage around the match", () => {
  const filler = "palabra ".repeat(60);
  const passage = passageOf(readableOf(`${filler}el correo rebota ${filler}`, "es"), (token) => (isMail(token) ? 1 : 0), 80);
  expect(passage.at(0)).toEqual({ text: "… ", isMatch: false });
  expect(passage.at(-1)).toEqual({ text: " …", isMatch: false });
  expect(passage.filter(({ isMatch }) => isMatch)).toEqual([{ text: "correo", isMatch: true }]);
});

it("starts at the beginning when nothing matches", () => {
  expect(passageOf(readableOf("Texto corto", "es"), () => 0)).toEqual([{ text: "Texto corto", isMatch: false }]);
});

it("loses and adds nothing, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(highlight(text, "es", () => true).map((segment) => segment.text).join("")).toBe(text);
    }),
  );
});
