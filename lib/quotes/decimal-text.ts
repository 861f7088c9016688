/** Whole cents as machines read them: "1234.50". */
export function decimalText(cents: number | bigint): string {
  const digits = String(cents < 0 ? -BigInt(cents) : BigInt(cents)).padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1160", "1160.5", "1160.50" or with more zeros, as whole cents; null for what is none, and for parts of a cent. */
export function centsOf(decimal: string): bigint | null {
  const match = /^(\d{1,15})(?:\.(\d{1,6}))?$/.exec(decimal.trim());
  if (!match) return null;
  const fraction = (match[2] ?? "").padEnd(6, "0");
  return fraction.slice(2) === "0000" ? BigInt(match[1]!) * 100n + BigInt(fraction.slice(0, 2)) : null;
}
