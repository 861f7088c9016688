import type { ReceiptContent } from "./receipt-content";

export type Coverage = (codePoint: number) => boolean;

/** Stands for a sign that the font does not have. */
export const NO_SIGN = "¤";

const SEGMENTS = new Intl.Segmenter("es", { granularity: "grapheme" });

/** The content with a visible sign wherever the font has none, instead of another font's signs for the same numbers; says whether there were any. */
export function printable(content: ReceiptContent, has: Coverage): ReceiptContent & { hasUnprintable: boolean } {
  let hasUnprintable = false;
  const text = (given: string) => {
    const shown = printableText(given, has);
    hasUnprintable ||= shown.isChanged;
    return shown.text;
  };
  const facts = (given: ReceiptContent["facts"]) => given.map(({ term, value }) => ({ term: text(term), value: text(value) }));
  const printed = { facts: facts(content.facts), subject: text(content.subject), body: text(content.body), attachments: facts(content.attachments), answers: facts(content.answers) };
  return { ...content, ...printed, hasUnprintable };
}

export function printableText(given: string, has: Coverage): { text: string; isChanged: boolean } {
  let isChanged = false;
  // Composed, so that an accent which came apart from its letter finds the letter that the font has.
  const lines = given.normalize("NFC").replaceAll("\t", "    ").split(/\r\n|[\n\r\u2028\u2029]/);
  const shown = lines.map((line) => {
    let out = "";
    for (const { segment } of SEGMENTS.segment(line)) {
      const isKnown = [...segment].every((sign) => has(sign.codePointAt(0) ?? 0));
      out += isKnown ? segment : NO_SIGN;
      isChanged ||= !isKnown;
    }
    return out;
  });
  return { text: shown.join("\n"), isChanged };
}
