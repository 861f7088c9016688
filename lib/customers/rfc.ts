/**
 * An RFC, part by part: three letters (persona moral) or four (persona física), a date as YYMMDD, a homoclave of two and a check digit.
 * Source: Anexo 20 of the Resolución Miscelánea Fiscal (its pattern) and the SAT's algorithm for the check digit (weights 13 to 2, module 11).
 */

/** `natural` is a persona física, `legal` a persona moral; `generic` stands for nobody in particular. */
export type RfcKind = "natural" | "legal" | "generic";

/** Which part is wrong, so that it can be said which characters to look at. */
export type RfcProblem = "length" | "characters" | "letters" | "date" | "homoclave" | "digit";

export type RfcReading = { ok: true; rfc: string; kind: RfcKind } | { ok: false; problem: RfcProblem };

/** The public in general, and residents abroad: not of anybody, and their check digit is none. */
export const GENERIC_RFCS: readonly string[] = ["XAXX010101000", "XEXX010101000"];

/** What a person typed, in the form in which it is kept: upper case, without the spaces and hyphens that some write between its parts. */
export function normaliseRfc(typed: string): string {
  return typed.normalize("NFC").toUpperCase().replace(/[\s-]+/gu, "");
}

export function readRfc(typed: string): RfcReading {
  const rfc = normaliseRfc(typed);
  if (GENERIC_RFCS.includes(rfc)) return { ok: true, rfc, kind: "generic" };
  if (rfc.length !== 12 && rfc.length !== 13) return { ok: false, problem: "length" };
  if (!/^[A-Z0-9\u00d1&]+$/u.test(rfc)) return { ok: false, problem: "characters" };
  const letters = rfc.length - 9;
  if (!/^[A-Z\u00d1&]+$/u.test(rfc.slice(0, letters))) return { ok: false, problem: "letters" };
  if (!isDate(rfc.slice(letters, letters + 6))) return { ok: false, problem: "date" };
  if (!/^[A-Z0-9]{2}$/.test(rfc.slice(-3, -1))) return { ok: false, problem: "homoclave" };
  if (checkDigit(rfc.slice(0, -1)) !== rfc.slice(-1)) return { ok: false, problem: "digit" };
  return { ok: true, rfc, kind: letters === 4 ? "natural" : "legal" };
}

/** What each character counts. A persona moral's RFC is led by a space, which counts too. */
const VALUES = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ \u00d1";

/** @param base the RFC without its last character: 11 or 12 characters */
export function checkDigit(base: string): string {
  const sum = [...base.padStart(12, " ")].reduce((total, character, at) => total + VALUES.indexOf(character) * (13 - at), 0);
  const rest = 11 - (sum % 11);
  if (rest === 11) return "0";
  return rest === 10 ? "A" : String(rest);
}

/** The year has two digits: 29 February is a date when it was one in either century. */
function isDate(digits: string): boolean {
  if (!/^\d{6}$/.test(digits)) return false;
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [number, number, number];
  return [1900, 2000].some((century) => isDay(century + year, month, day));
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Not by Temporal: this runs in browsers too, and not all of them have it.
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
