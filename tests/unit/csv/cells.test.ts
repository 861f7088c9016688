import { readCents, readDay, readWholeNumber } from "@/lib/csv/cells";

describe("a day in a cell", () => {
  it.each([
    ["2026-11-03", "2026-11-03"],
    ["03/11/2026", "2026-11-03"],
    ["3/1/2026", "2026-01-03"],
    ["2024-02-29", "2024-02-29"],
  ])("%s is %s", (text, expected) => expect(readDay(text)?.toString()).toBe(expected));

  it.each(["2026-02-29", "31/02/2026", "11/13/2026", "03-11-2026", "3/11/26", "ayer", "", "46329"])("%s is none", (text) => expect(readDay(text)).toBeNull());
});

describe("a number in a cell", () => {
  it.each([["0", 0], ["15", 15], ["1,500", 1500]])("%s is %d", (text, expected) => expect(readWholeNumber(text)).toBe(expected));
  it.each(["-1", "1.5", "1,5", "quince", "", "9999999999"])("%s is none", (text) => expect(readWholeNumber(text)).toBeNull());
});

describe("money in a cell", () => {
  it.each([["1234", 123_400], ["1,234.50", 123_450], ["$ 1234.5", 123_450], ["MXN $0.05", 5]])("%s is %d cents", (text, expected) => expect(readCents(text)).toBe(expected));
  it.each(["1234,50", "-5", "1.005", "1.234,50", "", "doce"])("%s is none", (text) => expect(readCents(text)).toBeNull());
});
