import { durationText } from "@/lib/billing/duration-text";
import { formatAmount, formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteBasis, QuoteLine } from "@/lib/quotes/quote-types";

/** "2 eventos", "1 h 30 min". */
export function quantityText({ unit, quantity }: Pick<QuoteLine, "unit" | "quantity">): string {
  return unit === "hour" ? durationText(quantity) : getTranslator("quotes")("line.events", { count: quantity });
}

/** "$850.00 por evento" */
export function unitPriceText({ unit, unitPriceCents }: Pick<QuoteLine, "unit" | "unitPriceCents">): string {
  return getTranslator("quotes")(`line.per.${unit}`, { price: formatAmount(unitPriceCents) });
}

/** "16 %" */
export function vatText(basisPoints: number): string {
  return basisPoints % 100 === 0 ? `${basisPoints / 100} %` : `${(basisPoints / 100).toFixed(2)} %`;
}

/** What a quote comes to, in one phrase: money, or hours of a póliza. */
export function worthText({ basis, totalCents, estimatedMinutes }: { basis: QuoteBasis; totalCents: number; estimatedMinutes: number }): string {
  return basis === "contract" ? getTranslator("quotes")("worth.hours", { time: durationText(estimatedMinutes) }) : formatMoney(totalCents);
}
