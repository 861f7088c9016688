import { labelFrom, parseLabel } from "@/lib/references";

const PREFIX = "IMP";

/** A label for people, "IMP-7K3M-Q2XD"; never a credential. @param random eight bytes */
export function referenceFrom(random: Uint8Array): string {
  return labelFrom(PREFIX, random);
}

/** What a person typed, as a reference: case, spaces, hyphens and the easily confused letters are forgiven. Null when it cannot be one. */
export function parseReference(text: string): string | null {
  return parseLabel(PREFIX, text);
}
