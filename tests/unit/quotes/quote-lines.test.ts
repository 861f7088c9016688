import { readLines, type TypedLine } from "@/lib/quotes/quote-lines";
import type { RateItem } from "@/lib/quotes/quote-types";
import { rateChanges, renewLines } from "@/lib/quotes/rate-changes";
import { parseCents, parseCount, parseHours, typedCents, typedHours } from "@/lib/quotes/typed-amounts";

const visit: RateItem = { id: "1", code: "REM-01", description: "Sesión remota", unit: "event", minutesEstimated: 45, publicPriceCents: 85_000, contractPriceCents: 70_000, vatRateBp: 1600 };
const hours: RateItem = { id: "2", code: "DEV-H", description: "Desarrollo", unit: "hour", minutesEstimated: 60, publicPriceCents: 65_000, contractPriceCents: 50_000, vatRateBp: 1600 };
const items = new Map([visit, hours].map((item) => [item.id, item]));
const row = (changes: Partial<TypedLine>): TypedLine => ({ item: "1", quantity: "1", discount: "", reason: "", ...changes });
const read = (rows: TypedLine[], prices: "public" | "preferential" | "hours" = "public") => readLines(rows, { items, prices });

describe("typed amounts", () => {
  it.each([["1,250.00", 125_000], ["1250", 125_000], ["$ 12.5", 1250], ["0.05", 5], ["12,50", null], ["-3", null], ["1.005", null], ["1e3", null], ["", null]])("reads %p as %p cents", (text, cents) => {
    expect(parseCents(text)).toBe(cents);
  });

  it.each([["1:30", 90], ["1.5", 90], ["1,5", 90], ["0.25 h", 15], ["2", 120], ["0.33", null], ["1:60", null], ["-1", null], ["1.5.2", null], ["", null], ["NaN", null]])("reads %p as %p minutes", (text, minutes) => {
    expect(parseHours(text)).toBe(minutes);
  });

  it("reads whole events, and writes what it reads", () => {
    expect([parseCount("2"), parseCount("1.5"), parseCount("-1"), parseCount("")]).toEqual([2, null, null, null]);
    expect([parseHours(typedHours(95)), parseCents(typedCents(100_005))]).toEqual([95, 100_005]);
  });
});

describe("lines as they are typed", () => {
  it("take words, price and IVA from the card; empty rows are none", () => {
    const lines = read([row({ quantity: "2", discount: "100", reason: " Cliente nuevo " }), row({ item: "", quantity: "" }), row({ item: "2", quantity: "1:30" })]);
    expect(lines.ok && lines.data.map(({ code, quantity, unitPriceCents, minutes, discountCents, discountReason, totalCents }) => [code, quantity, unitPriceCents, minutes, discountCents, discountReason, totalCents])).toEqual([
      // 2 × 850 − 100 = 1,600; + 256
      ["REM-01", 2, 85_000, 90, 10_000, "Cliente nuevo", 185_600],
      // 1.5 × 650 = 975; + 156
      ["DEV-H", 90, 65_000, 90, 0, null, 113_100],
    ]);
  });

  it("have the customer's prices, and none where the hours of a póliza pay", () => {
    const priceOf = (prices: "public" | "preferential" | "hours") => {
      const lines = read([row({ discount: "10", reason: "x" })], prices);
      return lines.ok && lines.data.map(({ unitPriceCents, minutes, discountCents }) => [unitPriceCents, minutes, discountCents])[0];
    };
    expect([priceOf("public"), priceOf("preferential"), priceOf("hours")]).toEqual([[85_000, 45, 1000], [70_000, 45, 1000], [0, 45, 0]]);
  });

  it.each([
    [row({ item: "9" }), "LINE_WITHOUT_SERVICE", "item"],
    [row({ item: "", quantity: "1" }), "LINE_WITHOUT_SERVICE", "item"],
    [row({ quantity: "0" }), "LINE_EVENTS_WRONG", "quantity"],
    [row({ quantity: "1.5" }), "LINE_EVENTS_WRONG", "quantity"],
    [row({ item: "2", quantity: "0.33" }), "LINE_HOURS_WRONG", "quantity"],
    [row({ item: "2", quantity: "-1" }), "LINE_HOURS_WRONG", "quantity"],
    [row({ discount: "mil" }), "LINE_DISCOUNT_WRONG", "discount"],
    [row({ discount: "850.01", reason: "x" }), "LINE_DISCOUNT_TOO_HIGH", "discount"],
    [row({ discount: "1", reason: "  " }), "LINE_DISCOUNT_WITHOUT_REASON", "reason"],
  ])("are refused with line and field: %j %s", (wrong, code, field) => {
    expect(read([row({}), wrong])).toEqual({ ok: false, code, details: { line: 2, field, code } });
  });
});

describe("a rate card that changed meanwhile", () => {
  const read2 = read([row({ quantity: "2", discount: "100", reason: "x" }), row({ item: "2", quantity: "1" })]);
  const lines = read2.ok ? read2.data : [];

  it("says which lines it touches", () => {
    expect(rateChanges(lines, { items: [{ ...visit, id: "7" }, { ...hours, id: "8" }], prices: "public" })).toEqual([]);
    expect(rateChanges(lines, { items: [{ ...visit, publicPriceCents: 90_000 }], prices: "public" }).map(({ line, kind, before, after }) => [line, kind, before, after])).toEqual([
      [1, "price", 85_000, 90_000],
      [2, "gone", 65_000, null],
    ]);
    expect(rateChanges(lines, { items: [{ ...visit, vatRateBp: 800 }, { ...hours, description: "Otra cosa" }], prices: "public" }).map(({ kind }) => kind)).toEqual(["terms", "terms"]);
  });

  it("gives its prices to the lines that it still has, with their discounts", () => {
    const renewed = renewLines(lines, { items: [{ ...visit, id: "7", publicPriceCents: 90_000 }], prices: "public" });
    expect(renewed.map(({ rateCardItemId, unitPriceCents, discountCents, totalCents }) => [rateCardItemId, unitPriceCents, discountCents, totalCents])).toEqual([["7", 90_000, 10_000, 197_200]]); // (1,800 − 100) × 1.16
  });
});
