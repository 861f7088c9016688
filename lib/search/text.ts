/** The longest text that is looked at; the rest of a longer one is not read. */
export const MAX_TEXT_LENGTH = 20_000;

/**
 * Text as search reads it: NFC, well-formed, without NUL and other control characters (line breaks stay), at most `maxLength` units.
 * Runs of combining marks are cut first, because bringing a long run into canonical order takes quadratic time.
 */
export function cleanText(text: string, maxLength = MAX_TEXT_LENGTH): string {
  return text
    .slice(0, maxLength)
    .toWellFormed()
    .replace(/(\p{M}{8})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFFD]/g, " ")
    .slice(0, maxLength)
    .toWellFormed();
}

const ASCII = /^[\x00-\x7F]*$/;
const LETTERS_WITHOUT_DECOMPOSITION: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ð: "d", þ: "th", ı: "i", "’": "'", "‘": "'" };

/**
 * Lower case without accents. ñ folds to n like the rest: people without a Spanish keyboard write "contrasena", and a desk has
 * no pair of topics that ñ alone tells apart.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .replace(/[ßæœøđłðþı’‘]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter);
}

/** Where a text may be cut near `at`: not within a letter of two units. */
export function letterEdge(text: string, at: number): number {
  const isWithin = at > 0 && at < text.length && isUnit(text, at - 1, 0xd800) && isUnit(text, at, 0xdc00);
  return isWithin ? at - 1 : at;
}

function isUnit(text: string, at: number, from: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= from && unit < from + 0x400;
}

/** A single word. Some ligatures stand for several ("ﷺ") or for a space and a mark; a term has no space in it. */
export function foldWord(word: string): string {
  return ASCII.test(word) ? foldText(word) : foldText(word).replace(/\s+/g, "");
}

/** Markdown as plain text, near enough for a passage: marks out, link texts kept. Linear: every pattern is bounded or anchored. */
export function plainText(markdown: string): string {
  return cleanText(markdown)
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/(\*\*|__|`{1,3}|~~)/g, "")
    .replace(/(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, "")
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,20}$/gm, "")
    .replace(/\|/g, " ");
}
