/** Crockford's alphabet, as tickets' references have it. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SHAPE = /^COT-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A label for people, "COT-7K3M-Q2XD"; never a credential. @param random eight bytes */
export function quoteReferenceFrom(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte & 31]).join("");
  return `COT-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What a person typed, as a quote's reference: case, spaces, hyphens and the easily confused letters are forgiven. Null when it cannot be one. */
export function parseQuoteReference(text: string): string | null {
  const bare = text.slice(0, 60).toUpperCase().replace(/[\s\-\u2010-\u2015]+/g, "");
  // O of "COT" may have been read as a zero.
  if (!/^C[O0]T/.test(bare)) return null;
  const letters = bare.slice(3).replaceAll("O", "0").replace(/[IL]/g, "1");
  const reference = `COT-${letters.slice(0, 4)}-${letters.slice(4)}`;
  return SHAPE.test(reference) ? reference : null;
}
