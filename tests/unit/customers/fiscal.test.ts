import { regimesFor, stateOfPostalCode, usesFor } from "@/lib/customers/catalogues";
import { fiscalSchema, type FiscalData } from "@/lib/customers/fiscal";
import { capitalRegimeIn } from "@/lib/customers/legal-name";
import { refusalMessage } from "@/lib/i18n/refusals";

const ACME: FiscalData = { rfc: "EKU9003173C9", legalName: "ESCUELA KEMPER URGATE", taxRegime: "601", postalCode: "42501", cfdiUse: "G03" };
const PERSON: FiscalData = { rfc: "CACX7605101P8", legalName: "XOCHILT CASAS CHAVEZ", taxRegime: "612", postalCode: "36257", cfdiUse: "G03" };

function problemsOf(data: FiscalData): Record<string, string> {
  const read = fiscalSchema.safeParse(data);
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

describe("fiscal data", () => {
  it("of a company and of a person", () => {
    expect(fiscalSchema.parse({ ...ACME, rfc: "eku 900317 3c9", legalName: "  ESCUELA  KEMPER URGATE " })).toEqual(ACME);
    expect(fiscalSchema.parse(PERSON)).toEqual(PERSON);
  });

  it("of the public in general have one régimen and one uso", () => {
    const generic = { ...PERSON, rfc: "XAXX010101000", legalName: "PUBLICO EN GENERAL", taxRegime: "616", cfdiUse: "S01" };
    expect(problemsOf(generic)).toEqual({});
    expect(problemsOf({ ...generic, taxRegime: "612" })).toEqual({ taxRegime: "field.regimeOf_generic" });
    expect(problemsOf({ ...generic, cfdiUse: "G02" })).toEqual({ cfdiUse: "field.useOf_generic" });
  });

  it.each<[string, FiscalData, Record<string, string>]>([
    ["a digit that is not its own", { ...ACME, rfc: "EKU9003173C8" }, { rfc: "field.rfcDigit" }],
    ["a date that is none", { ...ACME, rfc: "EKU9002303C9" }, { rfc: "field.rfcDate" }],
    ["a company with a person's régimen", { ...ACME, taxRegime: "612" }, { taxRegime: "field.regimeOf_legal" }],
    ["a person with a company's régimen", { ...PERSON, taxRegime: "601" }, { taxRegime: "field.regimeOf_natural" }],
    ["a uso that the régimen does not allow", { ...PERSON, taxRegime: "605" }, { cfdiUse: "field.useOfRegime" }],
    ["a person's deduction for a company", { ...ACME, cfdiUse: "D01" }, { cfdiUse: "field.useOfRegime" }],
    ["a uso of payment receipts", { ...ACME, cfdiUse: "CP01" }, { cfdiUse: "field.unknownChoice" }],
    ["a name with its régimen de capital", { ...ACME, legalName: "ESCUELA KEMPER URGATE, S.A. DE C.V." }, { legalName: "field.legalNameCapital" }],
    ["a name in small letters", { ...ACME, legalName: "Escuela Kemper Urgate" }, { legalName: "field.legalNameCase" }],
    ["four digits", { ...ACME, postalCode: "4250" }, { postalCode: "field.postalCode" }],
    ["a code that begins nowhere", { ...ACME, postalCode: "18000" }, { postalCode: "field.postalCodeUnknown" }],
    ["nothing at all", { rfc: "", legalName: "", taxRegime: "", postalCode: "", cfdiUse: "" }, { rfc: "field.missing", legalName: "field.missing", taxRegime: "field.unknownChoice", postalCode: "field.missing", cfdiUse: "field.unknownChoice" }],
  ])("refused: %s", (_name, data, expected) => {
    // The first problem of a field is the one that is shown.
    const shown: Record<string, string> = {};
    for (const { path, message } of fiscalSchema.safeParse(data).error?.issues ?? []) shown[String(path[0])] ??= message;
    expect(shown).toEqual(expected);
    for (const code of Object.values(shown)) expect(refusalMessage(code)).not.toContain(code);
  });

  it.each([
    ["ACME SA DE CV", "SA DE CV"],
    ["ACME, S.A. de C.V.", "S.A. de C.V."],
    ["ACME S. DE R.L. DE C.V.", "S. DE R.L. DE C.V."],
    ["ACME S.A.P.I. DE C.V.", "S.A.P.I. DE C.V."],
    ["ACME S A S", "S A S"],
    ["ACME A.C.", "A.C."],
    ["CASA SA MUEBLES", null],
    ["ACME DE CV", null],
    ["TRANSPORTES SAC", null],
    ["COOPERATIVA SCL NORTE", null],
  ])("%s ends with the régimen de capital %s", (name, expected) => expect(capitalRegimeIn(name)).toBe(expected));
});

describe("the SAT's catalogues", () => {
  it("have every régimen and uso of CFDI 4.0, and no pair that leads nowhere", () => {
    expect(regimesFor(null)).toHaveLength(19);
    expect(usesFor(null, null)).toHaveLength(22); // 24 with CP01 and CN01
    for (const regime of regimesFor(null)) expect(usesFor(regime.code, null).length).toBeGreaterThan(0);
    for (const use of usesFor(null, null)) for (const code of use.regimes) expect(regimesFor(null).map((regime) => regime.code)).toContain(code);
  });

  it("know the state of a postal code", () => {
    expect(["01000", "06700", "44100", "64000", "97000", "99999", "17000", "00100"].map(stateOfPostalCode)).toEqual(["Ciudad de M\u00e9xico", "Ciudad de M\u00e9xico", "Jalisco", "Nuevo Le\u00f3n", "Yucat\u00e1n", "Zacatecas", null, null]);
  });
});
