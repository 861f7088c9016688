import { createHmac } from "node:crypto";

/*
 * A run of characters is tried from its beginning only (the look-behinds), so that a text of one endless token takes linear time.
 */
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu;
/** Ten digits as they are said here (55 1234 5678, 614-123-4567, 55 12 34 56 78), with or without the country; or + and a number abroad. */
const PHONE = /(?<![\p{L}\p{N}._@+-])(?:\+\d[\d ().-]{6,18}\d|(?:52[ .-]?(?:1[ .-]?)?)?(?:(?:\(\d{2,3}\)|\d{2,3})[ .-]?\d{3,4}[ .-]?\d{4}|\d{2}(?:[ .-]\d{2}){4}))(?![\p{L}\p{N}_-])/gu;
/** Eight digits are a telephone number only where the text says so. */
const NAMED_PHONE = /(?<=\b(?:tel|cel|whats)\p{L}{0,8}[\s.:#]{0,3})\d{4}[ .-]?\d{4}(?![\p{L}\p{N}_-])/giu;

/**
 * A text without the addresses and telephone numbers that stand in it. The same one is always replaced by the same placeholder, and two
 * addresses of one domain share its placeholder, so that what made two tickets alike still does. Without the key nobody can try out
 * whose they were.
 */
export function withPlaceholders(text: string, key: string): string {
  return text
    .replace(EMAIL, (address, domain: string) => `u-${markOf(address, key)}@d-${markOf(domain, key)}.invalid`)
    .replace(NAMED_PHONE, (number) => `tel-${markOf(digitsOf(number), key)}`)
    .replace(PHONE, (number) => `tel-${markOf(digitsOf(number), key)}`);
}

/** However it is grouped, and with or without the country's code, a number is the same number. */
function digitsOf(number: string): string {
  return number.replace(/\D/g, "").slice(-10);
}

function markOf(value: string, key: string): string {
  return createHmac("sha256", key).update(value.toLowerCase()).digest("hex").slice(0, 10);
}
