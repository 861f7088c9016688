import { refusalMessage } from "@/lib/i18n/refusals";
import { catalogues } from "@/lib/i18n/catalogues";
import { readSources } from "@/tests/architecture/support/sources";

const { field, ...codes } = catalogues["es-MX"].errors;
const sources = readSources("lib", "app");

/** What a code's message needs to know. */
const DETAILS: Record<string, Record<string, string | number>> = {
  UNEXPECTED: { reference: "1a2b3c4d" },
  ALREADY_SENT: { reference: "IMP-7K3M-Q2XD" },
  TICKET_MERGED: { reference: "IMP-7K3M-Q2XD" },
  MERGE_TARGET_CLOSED: { reference: "IMP-7K3M-Q2XD" },
  SYNONYMS_TOO_FEW: { min: 2 },
  SYNONYMS_TOO_MANY: { count: 13, max: 12 },
  EXPRESSION_TOO_LONG: { expression: "correo", max: 60 },
  EXPRESSION_TOO_MANY_WORDS: { expression: "correo", max: 4 },
  EXPRESSION_WITHOUT_WORDS: { expression: "?" },
  EXPRESSION_TOO_COMMON: { expression: "no" },
  EXPRESSION_TWICE: { expression: "correos", same: "correo" },
  EXPRESSION_TAKEN: { expression: "correo", group: "correo, mail" },
  TOO_MANY_SYNONYM_GROUPS: { max: 500 },
  SYNONYMS_CHANGED: { theirs: "correo, mail" },
  SYNONYMS_CHANGED_UNSEEN: { theirs: "correo, mail" },
};

describe("every refusal has words", () => {
  const returned = new Set(sources.flatMap((source) => [...source.code.matchAll(/\b(?:refuse|refused|refusedResult)\((?:form, )?"([A-Z][A-Z_]+)"/g)].map((match) => match[1]!)));

  it("of every code that a command, gate or action returns", () => {
    expect(returned.size).toBeGreaterThan(20);
    expect([...returned].filter((code) => !(code in codes))).toEqual([]);
  });

  it("of every field error that a schema gives", () => {
    const given = new Set(sources.flatMap((source) => [...source.code.matchAll(/["'`]field\.(\w+)/g)].map((match) => match[1]!)));
    expect(given.size).toBeGreaterThan(4);
    expect([...given].filter((key) => !(key in field))).toEqual([]);
  });

  it("and no words wait for a code that nobody returns", () => {
    const said = new Set(sources.flatMap((source) => [...source.code.matchAll(/"([A-Z][A-Z_]+)"/g)].map((match) => match[1]!)));
    expect(Object.keys(codes).filter((code) => !said.has(code))).toEqual([]);
  });

  it("which can be said: no argument is missing, none is left in braces", () => {
    for (const code of Object.keys(codes)) {
      const message = refusalMessage(code, DETAILS[code]);
      expect([code, message]).toEqual([code, expect.stringMatching(/^[^{}]{20,}$/)]);
    }
  });
});

describe("a refusal in words", () => {
  it("says the number that stands behind a colon", () => {
    expect(refusalMessage("field.tooLong:20000")).toBe("Son demasiados caracteres: el máximo es 20,000.");
  });

  it("says what the command added", () => {
    expect(refusalMessage("TICKET_MERGED", { reference: "IMP-7K3M-Q2XD" })).toContain("IMP-7K3M-Q2XD");
  });

  it("of a code that has none says the code, so that it can be told to the desk", () => {
    expect(refusalMessage("NEVER_HEARD_OF")).toBe("No se pudo completar (NEVER_HEARD_OF). Revise los datos e intente de nuevo.");
  });

  it("of a schema's own message falls back the same way", () => {
    expect(refusalMessage("Invalid input: expected array, received string")).toContain("No se pudo completar");
  });
});
