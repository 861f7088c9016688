import fc from "fast-check";
import { synonymGroups } from "@/prisma/seed/content/synonyms";
import { checkExpressions, EXPRESSION_LENGTH_MAX, readExpressions } from "@/lib/synonyms/expressions";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import { addSynonymGroupSchema, editSynonymGroupSchema, TYPED_MAX } from "@/lib/synonyms/schema";
import { ana, carla, diego } from "@/tests/support/cast";

describe("what is typed", () => {
  it.each([
    ["correo\ne-mail\n", ["correo", "e-mail"]],
    ["correo, e-mail / mail; correo electrónico", ["correo", "e-mail", "mail", "correo electrónico"]],
    ["  no   abre ,\tcaído ", ["no abre", "caído"]],
    ["Correo, correo, CORREO, mail", ["Correo", "mail"]],
    [", ,\n/", []],
  ])("%j is read as a list", (typed, expressions) => {
    expect(readExpressions(typed)).toEqual(expressions);
  });

  it("is read back as it was written", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => expect(readExpressions(readExpressions(typed).join("\n"))).toEqual(readExpressions(typed))));
  });
});

describe("a group", () => {
  it("names its expressions by their stems", () => {
    expect(checkExpressions(["Páginas", "sitio web", "no abre"])).toEqual({ ok: true, data: { expressions: ["Páginas", "sitio web", "no abre"], keys: ["pagin", "siti web", "=no abre"] } });
  });

  it.each<[string, string[], object]>([
    ["SYNONYMS_TOO_FEW", [], { min: 2 }],
    ["SYNONYMS_TOO_FEW", ["correo"], { min: 2 }],
    ["SYNONYMS_TOO_MANY", Array.from({ length: 13 }, (_, at) => `palabra${at}`), { count: 13, max: 12 }],
    ["EXPRESSION_TOO_LONG", ["correo", "x".repeat(61)], { expression: `${"x".repeat(EXPRESSION_LENGTH_MAX)}…`, max: 60 }],
    ["EXPRESSION_TOO_MANY_WORDS", ["correo", "una de cinco palabras juntas"], { expression: "una de cinco palabras juntas", max: 4 }],
    ["EXPRESSION_TOO_MANY_WORDS", ["correo", "a-b-c-d-e-f-g-h-i"], { expression: "a-b-c-d-e-f-g-h-i", max: 4 }],
    ["EXPRESSION_WITHOUT_WORDS", ["correo", "¿?"], { expression: "¿?" }],
    ["EXPRESSION_WITHOUT_WORDS", ["💥", "correo"], { expression: "💥" }],
    ["EXPRESSION_TOO_COMMON", ["correo", "hola"], { expression: "hola" }],
    ["EXPRESSION_TOO_COMMON", ["correo", "not"], { expression: "not" }],
    ["EXPRESSION_TOO_COMMON", ["correo", "x"], { expression: "x" }],
    ["EXPRESSION_TWICE", ["página", "sitio", "páginas"], { expression: "páginas", same: "página" }],
  ])("is refused as %s when it is %j", (code, expressions, details) => {
    expect(checkExpressions(expressions)).toEqual({ ok: false, code, details });
  });

  it("may hold what search leaves out of addresses, and stop words in company", () => {
    expect(checkExpressions(["HTTPS", "SSL", "no va"]).ok).toBe(true);
  });

  it("is accepted or refused whatever it is, never more", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: "binary", maxLength: 80 }), { maxLength: 14 }), (expressions) => {
      const checked = checkExpressions(expressions);
      const outcome = checked.ok ? [checked.data.expressions, new Set(checked.data.keys).size] : checked.code;
      expect([[expressions, expressions.length], expect.stringMatching(/^(SYNONYMS|EXPRESSION)_/)]).toContainEqual(outcome);
    }));
  });
});

describe("the groups that the product comes with", () => {
  it("are groups, and no expression is in two of them", () => {
    const checked = synonymGroups.map((group) => checkExpressions(group));
    expect(checked.filter((each) => !each.ok)).toEqual([]);
    const keys = checked.flatMap((each) => (each.ok ? each.data.keys : []));
    expect(synonymGroups.length).toBeGreaterThan(25);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys).toHaveLength(synonymGroups.flat().length);
  });
});

describe("the forms", () => {
  it.each([
    ["", "field.missing"],
    [" \n ", "field.missing"],
    ["correo\0", "field.unreadable"],
    ["\ud800", "field.unreadable"],
    ["x".repeat(TYPED_MAX + 1), `field.tooLong:${TYPED_MAX}`],
  ])("refuse %j as %s", (expressions, message) => {
    expect(addSynonymGroupSchema.safeParse({ expressions }).error?.issues[0]?.message).toBe(message);
  });

  it.each(["0", "-1", "1.5", "x", "", "99999999999"])("know no version %j", (version) => {
    const sent = { groupId: "00000000-0000-4000-8000-000000000001", expressions: "a, b" };
    expect(editSynonymGroupSchema.safeParse({ ...sent, version }).success).toBe(false);
    expect(editSynonymGroupSchema.parse({ ...sent, version: "3" }).version).toBe(3);
  });
});

it("only administrators edit them", () => {
  expect([diego, carla, ana].map(canEditSynonyms)).toEqual([true, false, false]);
});
