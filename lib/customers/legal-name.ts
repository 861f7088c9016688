/** A razón social as CFDI 4.0 takes it: as on the constancia de situación fiscal, without the régimen de capital. */

export const LEGAL_NAME_MAX = 300;

/** Only its spaces are put in order: any other change would make it another name to the SAT. */
export function normaliseLegalName(typed: string): string {
  return typed.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** "SA", "SA DE CV", "SAPI DE CV", "SAB DE CV", "SAS", "S DE RL DE CV", "SC", "SC DE RL", "AC", "S EN C POR A", "S EN NC": dots, commas and spaces left out. */
const CAPITAL = / (?:S ?A(?: ?B| ?P ?I| ?S)?(?: DE C ?V)?|S(?:OC)? DE R ?L(?: DE C ?V| M ?I)*|S ?C(?: DE R ?L(?: DE C ?V)?)?|A ?C|S EN (?:C|NC)(?: POR A)?(?: DE C ?V)?)$/;

/** @param name as normalised. @returns the régimen de capital at its end as it was written, or null */
export function capitalRegimeIn(name: string): string | null {
  const upper = name.toUpperCase();
  for (let at = upper.indexOf(" "); at !== -1; at = upper.indexOf(" ", at + 1)) {
    const end = ` ${upper.slice(at).replace(/[.,]+/g, " ").replace(/\s+/g, " ").trim()}`;
    if (end.match(CAPITAL)?.index === 0) return name.slice(at + 1);
  }
  return null;
}
