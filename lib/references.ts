/** Crockford's alphabet: no I, L, O or U, so that a reference can be read out over a telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** A label for people, "POL-7K3M-Q2XD"; never a credential. @param random eight bytes */
export function labelFrom(prefix: string, random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte & 31]).join("");
  return `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What a person typed, as a label: case, spaces, hyphens and the easily confused letters are forgiven. Null when it cannot be one. */
export function parseLabel(prefix: string, text: string): string | null {
  const bare = text.slice(0, 60).toUpperCase().replace(/[\s\-\u2010-\u2015]+/g, "");
  if (!bare.startsWith(prefix)) return null;
  const letters = bare.slice(prefix.length).replaceAll("O", "0").replace(/[IL]/g, "1");
  return LETTERS.test(letters) ? `${prefix}-${letters.slice(0, 4)}-${letters.slice(4)}` : null;
}
