import { quantityText, unitPriceText, vatText } from "@/components/quotes/quote-words";
import { Panel } from "@/components/ui/panel";
import { durationText } from "@/lib/billing/duration-text";
import { formatAmount, formatMoney } from "@/lib/i18n/money";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteLine, QuoteView } from "@/lib/quotes/quote-types";

/** What is offered: the services, what they come to, and under which terms. Each line reads from above to below on a telephone. */
export function QuoteSheet({ quote, titleLevel = 2 }: { quote: QuoteView; titleLevel?: 2 | 3 }) {
  const t = getTranslator("quotes");
  const isByHours = quote.basis === "contract";
  return (
    <div className="space-y-5">
      <Panel title={t("sheet.lines")} titleLevel={titleLevel} isFlush>
        <ul className="divide-y">
          {quote.lines.map((line, index) => (
            <Line key={index} line={line} isByHours={isByHours} />
          ))}
        </ul>
        <div className="border-t px-4 py-3 sm:px-5">{isByHours ? <Hours quote={quote} /> : <Totals quote={quote} />}</div>
      </Panel>
      <Text title={t("sheet.scope")} text={quote.scope} titleLevel={titleLevel} />
      <Text title={t("sheet.exclusions")} text={quote.exclusions} titleLevel={titleLevel} />
      {!isByHours && <Text title={t("sheet.paymentTerms")} text={quote.paymentTerms} titleLevel={titleLevel} />}
    </div>
  );
}

function Line({ line, isByHours }: { line: QuoteLine; isByHours: boolean }) {
  const t = getTranslator("quotes");
  return (
    <li className="flex flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-3 text-sm sm:px-5">
      <div className="min-w-0 basis-64 grow">
        <p className="font-medium wrap-anywhere">{line.description}</p>
        <p className="text-muted">
          <span className="tabular-nums">{line.code}</span>
          {" · "}
          {quantityText(line)}
          {!isByHours && ` · ${unitPriceText(line)}`}
        </p>
        {line.discountCents > 0 && <p className="text-muted">{t("line.discount", { amount: formatAmount(line.discountCents), reason: line.discountReason ?? "" })}</p>}
      </div>
      <p className="ml-auto text-right tabular-nums">
        {isByHours ? (
          <span className="font-medium">{durationText(line.minutes)}</span>
        ) : (
          <>
            <span className="block font-medium">{formatAmount(line.subtotalCents - line.discountCents)}</span>
            <span className="block text-xs text-muted">{t("line.vat", { rate: vatText(line.vatRateBp), amount: formatAmount(line.vatCents) })}</span>
          </>
        )}
      </p>
    </li>
  );
}

function Totals({ quote }: { quote: QuoteView }) {
  const t = getTranslator("quotes");
  const rows = [
    [t("totals.subtotal"), formatAmount(quote.subtotalCents)],
    ...(quote.discountCents > 0 ? [[t("totals.discount"), `\u2212${formatAmount(quote.discountCents)}`]] : []),
    [t("totals.vat"), formatAmount(quote.vatCents)],
  ];
  return (
    <dl className="ml-auto max-w-72 space-y-1 text-sm tabular-nums">
      {rows.map(([term, value]) => (
        <div key={term} className="flex justify-between gap-4">
          <dt className="text-muted">{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-t pt-1.5 text-base font-semibold">
        <dt>{t("totals.total")}</dt>
        <dd>{formatMoney(quote.totalCents)}</dd>
      </div>
    </dl>
  );
}

function Hours({ quote }: { quote: QuoteView }) {
  const t = getTranslator("quotes");
  return (
    <p className="text-right text-base font-semibold tabular-nums">
      {t("totals.hours", { time: durationText(quote.estimatedMinutes), contract: quote.contract?.reference ?? "" })}
    </p>
  );
}

function Text({ title, text, titleLevel }: { title: string; text: string; titleLevel: 2 | 3 }) {
  if (text === "") return null;
  return (
    <Panel title={title} titleLevel={titleLevel}>
      <p className="max-w-prose text-sm whitespace-pre-wrap wrap-anywhere">{text}</p>
    </Panel>
  );
}
