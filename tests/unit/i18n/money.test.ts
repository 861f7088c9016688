import { formatAmount, formatMoney } from "@/lib/i18n/money";

describe("pesos", () => {
  it.each([[0, "$0.00"], [5, "$0.05"], [125_000, "$1,250.00"], [123_456_789, "$1,234,567.89"], [-99_900, "\u2212$999.00"], [9_007_199_254_740_993n, "$90,071,992,547,409.93"]])("are exact: %p is %s", (cents, text) => {
    expect(formatAmount(cents)).toBe(text);
  });

  it("say which", () => {
    expect(formatMoney(100)).toBe("$1.00 MXN");
  });
});
