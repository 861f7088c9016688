import { ok, refuse, type Result } from "@/lib/result";
import { MOST_EVENTS, MOST_LINE_MINUTES, REASON_MAX, type PriceKind, type QuoteLine, type RateItem } from "@/lib/quotes/quote-types";
import { lineAmounts } from "@/lib/quotes/totals";
import { parseCents, parseCount, parseHours } from "@/lib/quotes/typed-amounts";

/** A line as it was typed; without an item it is an empty row. */
export type TypedLine = { item: string; quantity: string; discount: string; reason: string };

export type LineProblem = { line: number; field: "item" | "quantity" | "discount" | "reason"; code: string };

/** What the lines come to under the card's prices; a refusal names the line (from 1, as the rows stand) and its field. */
export function readLines(typed: readonly TypedLine[], { items, prices }: { items: ReadonlyMap<string, RateItem>; prices: PriceKind }): Result<QuoteLine[], LineRefusal, LineProblem> {
  const lines: QuoteLine[] = [];
  for (const [index, row] of typed.entries()) {
    if (isEmpty(row)) continue;
    const read = readLine(row, { item: items.get(row.item), prices });
    if (!read.ok) return refuse(read.code, { line: index + 1, field: FIELD[read.code], code: read.code });
    lines.push(read.data);
  }
  return ok(lines);
}

export type LineRefusal = "LINE_WITHOUT_SERVICE" | "LINE_EVENTS_WRONG" | "LINE_HOURS_WRONG" | "LINE_DISCOUNT_WRONG" | "LINE_DISCOUNT_TOO_HIGH" | "LINE_DISCOUNT_WITHOUT_REASON";

const FIELD: Record<LineRefusal, LineProblem["field"]> = {
  LINE_WITHOUT_SERVICE: "item",
  LINE_EVENTS_WRONG: "quantity",
  LINE_HOURS_WRONG: "quantity",
  LINE_DISCOUNT_WRONG: "discount",
  LINE_DISCOUNT_TOO_HIGH: "discount",
  LINE_DISCOUNT_WITHOUT_REASON: "reason",
};

function readLine(row: TypedLine, { item, prices }: { item: RateItem | undefined; prices: PriceKind }): Result<QuoteLine, LineRefusal> {
  if (!item) return refuse("LINE_WITHOUT_SERVICE");
  const quantity = item.unit === "hour" ? parseHours(row.quantity) : parseCount(row.quantity);
  if (quantity === null || quantity < 1 || quantity > (item.unit === "hour" ? MOST_LINE_MINUTES : MOST_EVENTS)) return refuse(item.unit === "hour" ? "LINE_HOURS_WRONG" : "LINE_EVENTS_WRONG");
  // The hours of a póliza cost nothing more: there is nothing to take off.
  const discountCents = row.discount.trim() === "" || prices === "hours" ? 0 : parseCents(row.discount);
  if (discountCents === null) return refuse("LINE_DISCOUNT_WRONG");
  const line = lineOf(item, { quantity, prices, discountCents, discountReason: row.reason.trim().slice(0, REASON_MAX) || null });
  if (discountCents > line.subtotalCents) return refuse("LINE_DISCOUNT_TOO_HIGH");
  return discountCents > 0 && line.discountReason === null ? refuse("LINE_DISCOUNT_WITHOUT_REASON") : ok(line);
}

/** A service of the card as a line: its words, its price and its IVA as they are now. */
export function lineOf(item: RateItem, { quantity, prices, discountCents, discountReason }: { quantity: number; prices: PriceKind; discountCents: number; discountReason: string | null }): QuoteLine {
  const { unit, minutesEstimated, vatRateBp } = item;
  const unitPriceCents = priceOf(item, prices);
  return {
    ...lineAmounts({ unit, quantity, unitPriceCents, minutesEstimated, discountCents, vatRateBp }),
    rateCardItemId: item.id,
    code: item.code,
    description: item.description,
    unit,
    quantity,
    unitPriceCents,
    discountReason: discountCents === 0 ? null : discountReason,
    vatRateBp,
  };
}

export function priceOf(item: RateItem, prices: PriceKind): number {
  switch (prices) {
    case "public":
      return item.publicPriceCents;
    case "preferential":
      return item.contractPriceCents;
    case "hours":
      return 0;
    default:
      return prices satisfies never;
  }
}

function isEmpty({ item, quantity, discount, reason }: TypedLine): boolean {
  return item === "" && [quantity, discount, reason].every((text) => text.trim() === "");
}
