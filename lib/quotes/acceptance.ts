import "server-only";
import { durationText } from "@/lib/billing/duration-text";
import { formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { AcceptanceKey } from "@/lib/quotes/quote-schema";
import type { QuoteBasis } from "@/lib/quotes/quote-types";

type Accepted = { reference: string; basis: QuoteBasis; totalCents: number | bigint; estimatedMinutes: number; contract: { reference: string } | null };

/** What the customer ticks, word for word: the page shows these sentences, and the acceptance keeps them. */
export function acceptanceWords(quote: Accepted): { key: AcceptanceKey; words: string }[] {
  const t = getTranslator("quotes");
  const values = { quote: quote.reference, total: formatMoney(Number(quote.totalCents)), time: durationText(quote.estimatedMinutes), contract: quote.contract?.reference ?? "" };
  if (quote.basis === "contract") return [{ key: "hours", words: t("accept.hours", values) }];
  return [
    { key: "rate", words: t("accept.rate", values) },
    { key: "terms", words: t("accept.terms", values) },
    { key: "invoicing", words: t("accept.invoicing", values) },
  ];
}

/** Why the ledger holds hours. */
export function holdReason(reference: string): string {
  return getTranslator("quotes")("hold.reason", { quote: reference });
}
