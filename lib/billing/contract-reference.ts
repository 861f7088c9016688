import { labelFrom, parseLabel } from "@/lib/references";

const PREFIX = "POL";

/** A label such as POL-7K3M-Q2XD; never a credential. @param random eight bytes */
export function contractReferenceFrom(random: Uint8Array): string {
  return labelFrom(PREFIX, random);
}

/** What a person typed, as a contract's reference; null when it cannot be one. */
export function parseContractReference(text: string): string | null {
  return parseLabel(PREFIX, text);
}
