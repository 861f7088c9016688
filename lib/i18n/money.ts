/** Pesos out of whole cents, "$1,250.00 MXN"; exact, never through floating point. Pure. */
export function formatMoney(cents: number | bigint): string {
  return `${formatAmount(cents)} MXN`;
}

/** The same without the currency, for a column that says it once: "$1,250.00". */
export function formatAmount(cents: number | bigint): string {
  const whole = BigInt(cents);
  const absolute = whole < 0n ? -whole : whole;
  const pesos = String(absolute / 100n).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${whole < 0n ? "\u2212" : ""}$${pesos}.${String(absolute % 100n).padStart(2, "0")}`;
}
