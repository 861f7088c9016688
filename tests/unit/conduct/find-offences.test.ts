import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { findOffences } from "@/lib/conduct/find-offences";
import { LONG_AWKWARD, SHORT_AWKWARD } from "@/tests/support/awkward-strings";

const SETS = ["working", "held-out"] as const;
const messageSchema = z.strictObject({ text: z.string().min(1), isRude: z.boolean() });

describe("labelled messages", () => {
  it("are at least 200, about half of them innocent, some held out", () => {
    const counts = SETS.map(readMessages).map((messages) => ({ all: messages.length, rude: messages.filter(({ isRude }) => isRude).length }));
    expect(counts).toEqual([{ all: 251, rude: 124 }, { all: 60, rude: 30 }]);
  });

  it("are each there once", () => {
    const texts = SETS.flatMap(readMessages).map(({ text }) => text);
    expect(texts.length - new Set(texts).size).toBe(0);
  });
});

describe.each(SETS)("the offences of the %s messages", (set) => {
  it("are marked where they are (recall ≥ 0.8), and only there (precision ≥ 0.95)", () => {
    const messages = readMessages(set).map(({ text, isRude }) => ({ isRude, isMarked: findOffences(text).length > 0 }));
    const right = messages.filter(({ isRude, isMarked }) => isRude && isMarked).length;
    const precision = right / messages.filter(({ isMarked }) => isMarked).length;
    const recall = right / messages.filter(({ isRude }) => isRude).length;
    process.stdout.write(`conduct, ${set}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}\n`);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});

it.each([
  ["Son unos PENDEJOS, arreglen", "insult", "PENDEJOS"],
  ["ya contesten, p3nd3jos", "insult", "p3nd3jos"],
  ["p e n d e j o", "insult", "p e n d e j o"],
  ["puuuta madre", "insult", "puuuta"],
  ["bola de inútiles", "insult", "inútiles"],
  ["Los voy a matar si no", "threat", "Los voy a matar"],
  ["son unos “idiotas”", "insult", "idiotas"],
])("%s: marks the %s, %s", (text, kind, marked) => {
  expect(findOffences(text).map(({ kind: found, start, end }) => [found, text.slice(start, end)])).toEqual([[kind, marked]]);
});

it.each(["idiotas@acme.example", "https://mierda.example/x", "/home/puta/archivo.txt", "puta.mp3", "p**a", "5*3*2", "la disputa", "el cálculo"])("leaves %s alone", (text) => {
  expect(findOffences(text)).toEqual([]);
});

it("marks what overlaps once, in order and within the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("puta", "madre", " ", "los voy a matar", "«", "»", "\n> ", "p*ta", "😀", "\ud800", "son unos ", "rateros", "-", "a"), { maxLength: 40 }), (parts) => {
      const text = parts.join("");
      const offences = findOffences(text);
      let end = 0;
      for (const offence of offences) {
        expect(offence.start).toBeGreaterThanOrEqual(end);
        expect(offence.end).toBeGreaterThan(offence.start);
        end = offence.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

it.each(Object.entries({ ...SHORT_AWKWARD, ...LONG_AWKWARD }))("reads %s without trouble", (_name, text) => {
  expect(Array.isArray(findOffences(text))).toBe(true);
});

/** What takes the square of its length would take minutes. */
it.each(["puta ", "p*", "p u ", "los voy a ", "\"", "> x\n", "«puta»", "a-", "«"])("takes time in proportion to the text: %j", (piece) => {
  const began = performance.now();
  findOffences(piece.repeat(10_000));
  expect(performance.now() - began).toBeLessThan(5_000);
});

function readMessages(set: (typeof SETS)[number]): Array<z.output<typeof messageSchema>> {
  const lines = readFileSync(join(__dirname, `../../fixtures/conduct/${set}.jsonl`), "utf8").trim().split("\n");
  return lines.map((line) => messageSchema.parse(JSON.parse(line)));
}
