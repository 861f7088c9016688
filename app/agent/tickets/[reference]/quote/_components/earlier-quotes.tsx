import { QuoteAnswer } from "@/components/quotes/quote-answer";
import { QuoteSheet } from "@/components/quotes/quote-sheet";
import { QuoteState } from "@/components/quotes/quote-state";
import { worthText } from "@/components/quotes/quote-words";
import { ButtonLink } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Panel } from "@/components/ui/panel";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteView } from "@/lib/quotes/quote-types";
import { withdrawAction } from "../actions";
import { hrefOfQuoteDesk } from "../_data/addresses";
import { pressWords } from "../_data/press-words";
import { PressForm } from "./press-form";

/** What was sent of this ticket and what became of it, the newest first. */
export function EarlierQuotes({ quotes, now, ticketReference }: { quotes: QuoteView[]; now: Temporal.Instant; ticketReference: string }) {
  const t = getTranslator("quotes");
  if (quotes.length === 0) return null;
  return (
    <section aria-labelledby="earlier-title" className="space-y-3">
      <h2 id="earlier-title" className="text-lg font-semibold">
        {t("desk.earlier")}
      </h2>
      {quotes.map((quote) => (
        <Earlier key={quote.id} quote={quote} now={now} address={hrefOfQuoteDesk(ticketReference)} />
      ))}
    </section>
  );
}

function Earlier({ quote, now, address }: { quote: QuoteView; now: Temporal.Instant; address: string }) {
  const t = getTranslator("quotes");
  return (
    <Panel
      titleLevel={3}
      title={quote.reference}
      actions={
        <ButtonLink size="sm" href={`/portal/tickets/${quote.ticket.reference}/quotes/${quote.reference}/pdf`} isPlain>
          {t("page.pdf")}
        </ButtonLink>
      }
    >
      <div className="space-y-4">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <QuoteState state={quote.state} />
          <span className="font-semibold text-ink tabular-nums">{worthText(quote)}</span>
          <span>{t("page.validUntil", { at: formatDateTime(Temporal.Instant.from(quote.validUntil), { now }) })}</span>
        </p>
        {quote.decision && <QuoteAnswer decision={quote.decision} titleLevel={3} />}
        <Disclosure summary={t("desk.whole")} className="text-sm">
          <QuoteSheet quote={quote} titleLevel={3} />
        </Disclosure>
        {quote.state === "sent" && (
          <Disclosure summary={t("desk.withdrawSummary")} className="text-sm">
            <p className="mb-3 text-muted">{t("desk.withdrawLead")}</p>
            <PressForm action={withdrawAction} permalink={address} fields={{ quoteId: quote.id }} variant="danger" words={pressWords("withdraw")} />
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}
