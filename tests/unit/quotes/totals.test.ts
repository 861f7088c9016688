import fc from "fast-check";
import { lineAmounts, quoteTotals } from "@/lib/quotes/totals";

const event = { unit: "event" as const, minutesEstimated: 45, discountCents: 0, vatRateBp: 1600 };
const hour = { unit: "hour" as const, minutesEstimated: 60, discountCents: 0, vatRateBp: 1600 };

describe("what a line comes to", () => {
  it("is events at their price, with IVA", () => {
    // 3 × 850.00 = 2,550.00; 16 % of it 408.00
    expect(lineAmounts({ ...event, quantity: 3, unitPriceCents: 85_000 })).toEqual({ minutes: 135, subtotalCents: 255_000, discountCents: 0, vatCents: 40_800, totalCents: 295_800 });
  });

  it("is the part of an hour at its price, half a cent up", () => {
    // 10 min of 1.03: 17.1666… cents → 17; 30 min of 0.01: half a cent → 1
    expect(lineAmounts({ ...hour, quantity: 10, unitPriceCents: 103 }).subtotalCents).toBe(17);
    expect(lineAmounts({ ...hour, quantity: 30, unitPriceCents: 1 }).subtotalCents).toBe(1);
    expect(lineAmounts({ ...hour, quantity: 90, unitPriceCents: 65_000 })).toMatchObject({ minutes: 90, subtotalCents: 97_500 });
  });

  it("is taxed on what is left after the discount, half a cent up", () => {
    // 100.00 − 96.87 = 3.13; 16 % = 50.08 → 50. 8 % of 0.06 = 0.48 → 0; of 0.07 = 0.56 → 1
    expect(lineAmounts({ ...event, quantity: 1, unitPriceCents: 10_000, discountCents: 9687 })).toMatchObject({ vatCents: 50, totalCents: 363 });
    expect(lineAmounts({ ...event, quantity: 1, unitPriceCents: 6, vatRateBp: 800 }).vatCents).toBe(0);
    expect(lineAmounts({ ...event, quantity: 1, unitPriceCents: 7, vatRateBp: 800 }).vatCents).toBe(1);
  });

  it("is never below zero: more than the line cannot be taken off", () => {
    expect(lineAmounts({ ...event, quantity: 1, unitPriceCents: 500, discountCents: 900 })).toMatchObject({ discountCents: 500, vatCents: 0, totalCents: 0 });
  });

  it("is exact where a product is beyond what floating point can hold", () => {
    expect(lineAmounts({ ...hour, quantity: 59_999, unitPriceCents: 2_147_483_647 }).subtotalCents).toBe(2_147_447_855_606); // 2147483647 × 59999 / 60 = 2147447855605.88…
  });
});

const anyLine = fc.record({
  unit: fc.constantFrom("event" as const, "hour" as const),
  quantity: fc.integer({ min: 1, max: 1000 }),
  unitPriceCents: fc.integer({ min: 0, max: 100_000_000 }),
  minutesEstimated: fc.integer({ min: 0, max: 6000 }),
  discountCents: fc.integer({ min: 0, max: 200_000_000 }),
  vatRateBp: fc.constantFrom(0, 800, 1600),
});

describe("totals", () => {
  it("are the sums of their lines, whatever these are, and never drift", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), (lines) => {
        const amounts = lines.map(lineAmounts);
        const totals = quoteTotals(amounts);
        expect(totals.totalCents).toBe(amounts.reduce((sum, line) => sum + line.totalCents, 0));
        expect(totals.totalCents).toBe(totals.subtotalCents - totals.discountCents + totals.vatCents);
        expect(quoteTotals([...amounts].reverse())).toEqual(totals);
        expect(amounts.every((line) => Object.values(line).every((value) => Number.isSafeInteger(value) && value >= 0))).toBe(true);
      }),
    );
  });

  it("of a line are within half a cent of the exact ones", () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        const { subtotalCents, discountCents, vatCents } = lineAmounts(line);
        const exact = line.unit === "hour" ? (line.unitPriceCents * line.quantity) / 60 : line.unitPriceCents * line.quantity;
        expect(Math.abs(subtotalCents - exact)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(vatCents - ((subtotalCents - discountCents) * line.vatRateBp) / 10_000)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
