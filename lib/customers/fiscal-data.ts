/** To whom is invoiced, as a form sends it and a command takes it. Codes are those of the SAT's catalogues. */
export type FiscalData = { rfc: string; legalName: string; taxRegime: string; postalCode: string; cfdiUse: string };

export const FISCAL_FIELDS = ["rfc", "legalName", "taxRegime", "postalCode", "cfdiUse"] as const satisfies readonly (keyof FiscalData)[];
