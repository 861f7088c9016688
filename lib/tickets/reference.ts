/** Crockford's alphabet: no I, L, O or U, so that a reference can be read out over a telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SHAPE = /^IMP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A label for people, "IMP-7K3M-Q2XD"; never a credential. @param random eight bytes */
export function referenceFrom(random: Uint8Array): string {
  const letters = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte & 31]).join("");
  return `IMP-${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What a person typed, as a reference: case, spaces and the easily confused letters are forgiven. Null when it cannot be one. */
export function parseReference(text: string): string | null {
  const bare = text.slice(0, 60).trim().toUpperCase().replace(/\s+/g, "");
  const [head, ...rest] = bare.split("-");
  if (head !== "IMP") return null;
  const letters = rest.join("").replaceAll("O", "0").replace(/[IL]/g, "1");
  const reference = `IMP-${letters.slice(0, 4)}-${letters.slice(4)}`;
  return SHAPE.test(reference) ? reference : null;
}
