import type { SecretFinding } from "@/lib/secrets/types";

/** Card numbers: an issuer's range, its length, grouped as on the card or not at all, and Luhn's digit right. CLABEs have 18 digits and are no secret. */
const CANDIDATE = /(?<![\d.,/#-])\d{4}(?:\d{9,12}|([ -])\d{4}\1\d{4}\1\d{4}|([ -])\d{6}\2\d{4,5})(?![\d/]|[ -]\d|[.,]\d)/g;

const ISSUERS = [
  /^4\d{15}$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(?:6011|65\d{2}|64[4-9]\d)\d{12}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^(?:50[0-9]|506|639|628)\d{13}$/, // Carnet and debit cards of Mexico
];

/** Numbers that are named as something else just before. */
const NAMED_OTHERWISE = /(?:guia|pedido|orden|rastreo|referencia|folio|clabe|serie|tracking|imei)\W{0,3}(?:(?:no|num|numero|de|del|paqueteria|es|compra|pago)\W{1,3}){0,3}$/;

export function findCardNumbers(text: string, folded: string): SecretFinding[] {
  return [...text.matchAll(CANDIDATE)].flatMap((match): SecretFinding[] => {
    const digits = match[0].replace(/\D/g, "");
    if (!ISSUERS.some((issuer) => issuer.test(digits)) || !hasLuhnDigit(digits)) return [];
    if (NAMED_OTHERWISE.test(folded.slice(Math.max(0, match.index - 40), match.index))) return [];
    return [{ kind: "card", start: match.index, end: match.index + match[0].length }];
  });
}

export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}
