import { labelFrom, parseLabel } from "@/lib/references";

const PREFIX = "CAR";

/** A label such as CAR-7K3M-Q2XD; never a credential. @param random eight bytes */
export function chargeReferenceFrom(random: Uint8Array): string {
  return labelFrom(PREFIX, random);
}

/** What a person typed, as a charge's reference; null when it cannot be one. */
export function parseChargeReference(text: string): string | null {
  return parseLabel(PREFIX, text);
}
