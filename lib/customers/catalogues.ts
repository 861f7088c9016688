import states from "@/lib/customers/catalogues/postal-code-states.json";
import regimes from "@/lib/customers/catalogues/regimen-fiscal.json";
import uses from "@/lib/customers/catalogues/uso-cfdi.json";
import type { RfcKind } from "@/lib/customers/rfc";

/** The SAT's catalogues of CFDI 4.0 (c_RegimenFiscal, c_UsoCFDI), and where a postal code begins (SEPOMEX), as data. */

export type TaxRegime = (typeof regimes)[number];
export type CfdiUse = (typeof uses)[number];

/** Of the public in general and of residents abroad: Anexo 20 knows no other. */
export const GENERIC_REGIME = "616";
export const GENERIC_USE = "S01";

export function findRegime(code: string): TaxRegime | null {
  return regimes.find((regime) => regime.code === code) ?? null;
}

export function findUse(code: string): CfdiUse | null {
  return uses.find((use) => use.code === code) ?? null;
}

export function regimesFor(kind: RfcKind | null): TaxRegime[] {
  return regimes.filter((regime) => kind === null || isRegimeFor(regime, kind));
}

/** Those that an invoice can have: not the ones of payment receipts and payrolls. */
export function usesFor(regimeCode: string | null, kind: RfcKind | null): CfdiUse[] {
  return uses.filter((use) => use.isForInvoices && (regimeCode === null || use.regimes.includes(regimeCode)) && (kind === null || isUseFor(use, kind)));
}

export function isRegimeFor(regime: TaxRegime, kind: RfcKind): boolean {
  if (kind === "generic") return regime.code === GENERIC_REGIME;
  return kind === "natural" ? regime.forNatural : regime.forLegal;
}

export function isUseFor(use: CfdiUse, kind: RfcKind): boolean {
  if (kind === "generic") return use.code === GENERIC_USE;
  return kind === "natural" ? use.forNatural : use.forLegal;
}

/** The name of the state that a postal code of five digits lies in; null where no code begins so. */
export function stateOfPostalCode(postalCode: string): string | null {
  const beginning = Number(postalCode.slice(0, 2));
  return states.find(({ from, to }) => from <= beginning && beginning <= to)?.name ?? null;
}
