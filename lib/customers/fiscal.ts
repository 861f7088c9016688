import { z } from "zod";
import { typedText } from "@/lib/actions/text";
import { findRegime, findUse, isRegimeFor, isUseFor, stateOfPostalCode } from "@/lib/customers/catalogues";
import type { FiscalData } from "@/lib/customers/fiscal-data";
import { capitalRegimeIn, LEGAL_NAME_MAX, normaliseLegalName } from "@/lib/customers/legal-name";
import { readRfc, type RfcProblem } from "@/lib/customers/rfc";

/** The rules of fiscal data (fiscal-data.ts), for form and command. The errors are keys of the catalogue `errors`. */

export type { FiscalData };

const RFC_ERRORS: Record<RfcProblem, string> = {
  length: "field.rfcLength",
  characters: "field.rfcCharacters",
  letters: "field.rfcLetters",
  date: "field.rfcDate",
  homoclave: "field.rfcHomoclave",
  digit: "field.rfcDigit",
};

const rfc = typedText({ max: 40 }).transform((typed, context) => {
  const read = readRfc(typed);
  if (read.ok) return read.rfc;
  context.addIssue({ code: "custom", message: RFC_ERRORS[read.problem], input: typed });
  return z.NEVER;
});

const legalName = typedText({ max: LEGAL_NAME_MAX })
  .transform(normaliseLegalName)
  .refine((name) => name === name.toUpperCase(), "field.legalNameCase");

const taxRegime = z.string("field.missing").refine((code) => findRegime(code) !== null, "field.unknownChoice");
const cfdiUse = z.string("field.missing").refine((code) => findUse(code)?.isForInvoices === true, "field.unknownChoice");
const postalCode = typedText({ max: 20 })
  .refine((code) => /^\d{5}$/.test(code), "field.postalCode")
  .refine((code) => stateOfPostalCode(code) !== null, "field.postalCodeUnknown");

/** The fields by themselves, for a form that has others beside them; then `checkFiscal` belongs to its `superRefine`. */
export const fiscalShape = { rfc, legalName, taxRegime, postalCode, cfdiUse };

/** What one field asks of another: the régimen suits the kind of person, the uso suits both, a persona moral's name goes without its capital. */
export function checkFiscal(data: FiscalData, context: z.RefinementCtx): void {
  for (const { path, message } of fiscalProblems(data)) context.addIssue({ code: "custom", path: [path], message });
}

export const fiscalSchema = z.strictObject(fiscalShape).superRefine(checkFiscal);

function fiscalProblems(data: FiscalData): { path: keyof FiscalData; message: string }[] {
  const read = readRfc(data.rfc);
  const [regime, use] = [findRegime(data.taxRegime), findUse(data.cfdiUse)];
  if (!read.ok || !regime || !use) return []; // said of the field itself
  const { kind } = read;
  if (kind === "legal" && capitalRegimeIn(data.legalName) !== null) return [{ path: "legalName", message: "field.legalNameCapital" }, ...regimeProblems()];
  return regimeProblems();

  function regimeProblems(): { path: keyof FiscalData; message: string }[] {
    if (!isRegimeFor(regime!, kind)) return [{ path: "taxRegime", message: `field.regimeOf_${kind}` }];
    if (!isUseFor(use!, kind) || !use!.regimes.includes(regime!.code)) return [{ path: "cfdiUse", message: kind === "generic" ? "field.useOf_generic" : "field.useOfRegime" }];
    return [];
  }
}
