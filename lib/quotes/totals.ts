/**
 * What a line and a quote come to. Money in integer cents, time in integer minutes, IVA in hundredths of a percent (1600 is 16 %).
 *
 * Each amount of a line is rounded once, half a cent up, where it arises: the price of part of an hour, and the line's IVA on what is left
 * after its discount. Totals are sums of lines and are never rounded again, so that what is shown always adds up (the SAT's way in
 * CFDI 4.0: taxes by concept, then summed).
 */
export type PricedUnit = "event" | "hour";

export type LineAmounts = { minutes: number; subtotalCents: number; discountCents: number; vatCents: number; totalCents: number };
export type QuoteTotals = { subtotalCents: number; discountCents: number; vatCents: number; totalCents: number; estimatedMinutes: number };

/**
 * @param quantity events, or minutes where the unit is an hour
 * @param unitPriceCents of one event, or of one hour
 * @param minutesEstimated what one event takes; of an hour it does not count
 * @param discountCents at most the line's subtotal: what is beyond is left out
 */
export function lineAmounts({ unit, quantity, unitPriceCents, minutesEstimated, discountCents, vatRateBp }: {
  unit: PricedUnit;
  quantity: number;
  unitPriceCents: number;
  minutesEstimated: number;
  discountCents: number;
  vatRateBp: number;
}): LineAmounts {
  const minutes = unit === "hour" ? quantity : quantity * minutesEstimated;
  const subtotalCents = unit === "hour" ? roundedShare(unitPriceCents, quantity, 60) : unitPriceCents * quantity;
  const taken = Math.min(discountCents, subtotalCents);
  const vatCents = roundedShare(subtotalCents - taken, vatRateBp, 10_000);
  return { minutes, subtotalCents, discountCents: taken, vatCents, totalCents: subtotalCents - taken + vatCents };
}

export function quoteTotals(lines: readonly LineAmounts[]): QuoteTotals {
  const sum = (key: keyof LineAmounts) => lines.reduce((total, line) => total + line[key], 0);
  return { subtotalCents: sum("subtotalCents"), discountCents: sum("discountCents"), vatCents: sum("vatCents"), totalCents: sum("totalCents"), estimatedMinutes: sum("minutes") };
}

/** `amount` × `times` / `of`, half up; exact however large the product. All are whole and none is negative. */
function roundedShare(amount: number, times: number, of: number): number {
  return Number((BigInt(amount) * BigInt(times) * 2n + BigInt(of)) / (BigInt(of) * 2n));
}
