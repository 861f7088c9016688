import fc from "fast-check";
import { synonymGroups } from "@/prisma/seed/content/synonyms";
import { cleanText } from "@/lib/search/text";
import { tokensOf } from "@/lib/search/tokens";
import type { Language } from "@/lib/search/types";
import { compileSynonyms } from "@/lib/synonyms/compile-synonyms";
import { synonymsIn } from "@/lib/synonyms/find-synonyms";

const MAIL = { id: "mail", expressions: ["correo", "correo electrónico", "e-mail", "mail"] };
const SITE = { id: "site", expressions: ["sitio", "página", "página web"] };
const DOWN = { id: "down", expressions: ["caído", "no funciona", "no abre", "fuera de línea"] };
const SLOW = { id: "slow", expressions: ["lento", "tarda"] };
const BACKUP = { id: "backup", expressions: ["respaldo", "copia de seguridad", "backup"] };
const NAMES = { id: "names", expressions: ["WordPress", "gestor de contenido", "CFDI 4.0", "error 500"] };
const GROUPS = compileSynonyms([MAIL, SITE, DOWN, SLOW, BACKUP, NAMES]);
const SEEDED = compileSynonyms(synonymGroups.map((expressions, at) => ({ id: String(at), expressions })));

/** What was recognised in a text, as it stands there. */
function found(text: string, language: Language = "es", compiled = GROUPS): string[] {
  return synonymsIn(tokensOf(text, language), compiled).map(({ groupId, start, end }) => `${groupId}: ${text.slice(start, end)}`);
}

/** What a text leads to, each expression as its terms. */
function termsFrom(text: string, language: Language = "es"): string[][] {
  return synonymsIn(tokensOf(text, language), GROUPS).flatMap(({ others }) => others.map(({ terms }) => [...terms]));
}

describe("what is recognised", () => {
  it.each([
    ["las páginas tardan", ["site: páginas", "slow: tardan"]],
    ["LA PAGINA", ["site: PAGINA"]],
    ["mi página web no abre", ["site: página web", "down: no abre"]],
    ["el correo-electrónico", ["mail: correo-electrónico"]],
    ["mi e-mail y mi mail", ["mail: e-mail", "mail: mail"]],
    ["correo/página", ["mail: correo", "site: página"]],
    ["la copia de seguridad", ["backup: copia de seguridad"]],
    ["uso wordpress o WordPress", ["names: wordpress", "names: WordPress"]],
    ["timbra CFDI 4.0", ["names: CFDI 4.0"]],
    ["me da error 500", ["names: error 500"]],
  ])("in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["the stop word of an expression counts", "funciona bien y abre"],
    ["so does its order", "funciona no, abre no"],
    ["a stop word with the stem of an expression is none", "Buenas tardes, nos vemos en la tarde"],
    ["a part of an address is no word", "ana@correo.example, www.sitio.example y correo.acme.example"],
    ["a sentence that ends in between is none either", "Ahora no. Abre la liga"],
    ["words of two paragraphs are no expression", "no\n\n\n\nfunciona"],
    ["only a whole expression counts", "copia de la seguridad"],
  ])("%s: nothing in %j", (_rule, asked) => {
    expect(found(asked)).toEqual([]);
  });

  it("is the longest expression, and no word is in two", () => {
    const [match] = synonymsIn(tokensOf("La página web del despacho", "es"), GROUPS);
    expect(match).toMatchObject({ expression: "página web", tokens: [1, 2], start: 3, end: 13 });
    expect(found("página web página")).toEqual(["site: página web", "site: página"]);
  });

  it("is found in English too", () => {
    expect(found("our backups and mails", "en")).toEqual(["backup: backups", "mail: mails"]);
  });

  it("goes to the first group when two claim it", () => {
    const twice = compileSynonyms([{ id: "one", expressions: ["nube", "cloud"] }, { id: "two", expressions: ["cloud", "hosting"] }]);
    expect(found("cloud", "es", twice)).toEqual(["one: cloud"]);
  });
});

describe("what it leads to", () => {
  it("the other expressions, as the terms of content that they are indexed under", () => {
    expect(termsFrom("se cayó: está caído")).toEqual([["funcion"], ["funciona"], ["abre"], ["abr"], ["fuer", "line"], ["fuera", "linea"]]);
  });

  it("in the stems of both languages where these differ", () => {
    expect(termsFrom("respaldos")).toEqual([["copi", "segur"], ["copia", "seguridad"], ["backup"]]);
  });

  it("to nothing that stands in the match already", () => {
    expect(termsFrom("correo electrónico")).toEqual([["mail"]]);
  });

  it("all of its own group, and no further", () => {
    expect(synonymsIn(tokensOf("correo", "es"), GROUPS).map(({ leadsTo: expressions }) => expressions)).toEqual([["correo electrónico", "e-mail", "mail"]]);
  });
});

describe("awkward groups", () => {
  it("that have no words, or the same ones, lead nowhere and break nothing", () => {
    const odd = compileSynonyms([
      { id: "a", expressions: [] },
      { id: "b", expressions: ["", "¿?", "\0", "\ud800", "💥"] },
      { id: "c", expressions: ["__proto__", "constructor", "hasOwnProperty"] },
      { id: "d", expressions: ["de la", "no va"] },
      { id: "e", expressions: ["(a+)+$", "[", "x".repeat(5_000), "a ".repeat(500)] },
    ]);
    expect(found("el constructor", "es", odd)).toEqual(["c: constructor"]);
    expect(synonymsIn(tokensOf("ya no va", "es"), odd)).toMatchObject([{ groupId: "d", expression: "no va", leadsTo: [], others: [] }]);
    expect(found("nada", "es", compileSynonyms([]))).toEqual([]);
  });
});

const expression = fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.constantFrom(...synonymGroups.flat()), fc.array(fc.constantFrom("no", "de", "correo", "web", "404", "a.b", "ñ"), { maxLength: 5 }).map((words) => words.join(" ")));
const group = fc.record({ id: fc.uuid(), expressions: fc.array(expression, { maxLength: 6 }) });
const text = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.array(expression, { maxLength: 30 }).map((parts) => parts.join(" ")));

describe("whatever is asked", () => {
  it("never throws; matches lie inside of the text, in order and apart from each other", () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 5 }), text, fc.constantFrom<Language>("es", "en"), (groups, typed, language) => {
        const clean = cleanText(typed);
        const tokens = tokensOf(clean, language);
        let end = 0;
        let lastToken = -1;
        for (const match of synonymsIn(tokens, compileSynonyms(groups))) {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          end = match.end;
          for (const at of match.tokens) {
            expect(at).toBeGreaterThan(lastToken);
            lastToken = at;
          }
          expect(tokens[lastToken]?.end).toBe(end);
          for (const { terms } of match.others) expect(terms.every((term) => term !== "")).toBe(true);
        }
        expect(end).toBeLessThanOrEqual(clean.length);
      }),
      { numRuns: 400 },
    );
  });

  it("an expression leads to each other one of its group that has words of its own, and back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...synonymGroups.keys()), fc.nat(), fc.nat(), (at, i, j) => {
        const expressions = synonymGroups[at]!;
        const [one, other] = [expressions[i % expressions.length]!, expressions[j % expressions.length]!];
        const reached = (from: string) => synonymsIn(tokensOf(from, "es"), SEEDED).filter(({ groupId }) => groupId === String(at)).length;
        expect([one, reached(one)]).toEqual([one, 1]);
        expect([other, reached(other)]).toEqual([other, 1]);
      }),
    );
  });

  it.each([
    ["words that begin an expression and never end it", "copia de ".repeat(2_200)],
    ["one expression again and again", "no abre ".repeat(2_500)],
    ["a stop word without end", "no ".repeat(6_600)],
    ["one endless word", "a".repeat(20_000)],
    ["names joined without end", "correo/".repeat(2_800)],
  ])("20,000 characters of %s take a few milliseconds", (_name, long) => {
    const tokens = tokensOf(long.slice(0, 20_000), "es");
    synonymsIn(tokens, SEEDED);
    const best = Math.min(...Array.from({ length: 5 }, () => timeOf(() => synonymsIn(tokens, SEEDED))));
    expect(best).toBeLessThan(1_000);
  });
});

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
