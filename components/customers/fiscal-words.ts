import type { RfcProblem } from "@/lib/customers/rfc";
import { refusalMessage } from "@/lib/i18n/refusals";
import { getTranslator } from "@/lib/i18n/translator";

/** What the browser takes along. {state} is filled in there. */
export interface FiscalWords {
  rfc: string;
  rfcHint: string;
  rfcIs: Record<"natural" | "legal" | "generic", string>;
  rfcProblems: Record<RfcProblem, string>;
  legalName: string;
  legalNameHint: string;
  taxRegime: string;
  taxRegimeHint: string;
  postalCode: string;
  postalCodeHint: string;
  postalCodeIn: string;
  cfdiUse: string;
  cfdiUseHint: string;
  choose: string;
}

export function fiscalWords(): FiscalWords {
  const t = getTranslator("customers");
  return {
    rfc: t("fiscal.rfc"),
    rfcHint: t("fiscal.rfcHint"),
    rfcIs: { natural: t("fiscal.rfcIs.natural"), legal: t("fiscal.rfcIs.legal"), generic: t("fiscal.rfcIs.generic") },
    rfcProblems: {
      length: refusalMessage("field.rfcLength"),
      characters: refusalMessage("field.rfcCharacters"),
      letters: refusalMessage("field.rfcLetters"),
      date: refusalMessage("field.rfcDate"),
      homoclave: refusalMessage("field.rfcHomoclave"),
      digit: refusalMessage("field.rfcDigit"),
    },
    legalName: t("fiscal.legalName"),
    legalNameHint: t("fiscal.legalNameHint"),
    taxRegime: t("fiscal.taxRegime"),
    taxRegimeHint: t("fiscal.taxRegimeHint"),
    postalCode: t("fiscal.postalCode"),
    postalCodeHint: t("fiscal.postalCodeHint"),
    postalCodeIn: t("fiscal.postalCodeIn", { state: "{state}" }),
    cfdiUse: t("fiscal.cfdiUse"),
    cfdiUseHint: t("fiscal.cfdiUseHint"),
    choose: t("fiscal.choose"),
  };
}
