import { lineOf } from "@/lib/quotes/quote-lines";
import type { PriceKind, QuoteLine, RateItem } from "@/lib/quotes/quote-types";

/** What became of a line's service since the draft was saved. `after` is null where the card has it no more. */
export type RateChange = { line: number; code: string; description: string; before: number; after: number | null; kind: "gone" | "price" | "terms" };

/** Which lines the rate card in force, with the prices that are the customer's now, would write differently. */
export function rateChanges(lines: readonly QuoteLine[], { items, prices }: { items: readonly RateItem[]; prices: PriceKind }): RateChange[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return lines.flatMap((line, index): RateChange[] => {
    const item = byCode.get(line.code);
    const change = { line: index + 1, code: line.code, description: line.description, before: line.unitPriceCents };
    if (!item || item.unit !== line.unit) return [{ ...change, after: null, kind: "gone" }];
    const renewed = renewLine(line, item, prices);
    if (renewed.unitPriceCents !== line.unitPriceCents) return [{ ...change, after: renewed.unitPriceCents, kind: "price" }];
    const isSame = renewed.vatRateBp === line.vatRateBp && renewed.minutes === line.minutes && renewed.description === line.description;
    return isSame ? [] : [{ ...change, after: renewed.unitPriceCents, kind: "terms" }];
  });
}

/** The lines under the card in force; those whose service is gone are left out. */
export function renewLines(lines: readonly QuoteLine[], { items, prices }: { items: readonly RateItem[]; prices: PriceKind }): QuoteLine[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return lines.flatMap((line) => {
    const item = byCode.get(line.code);
    return item && item.unit === line.unit ? [renewLine(line, item, prices)] : [];
  });
}

function renewLine({ quantity, discountCents, discountReason }: QuoteLine, item: RateItem, prices: PriceKind): QuoteLine {
  return lineOf(item, { quantity, prices, discountCents: prices === "hours" ? 0 : discountCents, discountReason });
}
