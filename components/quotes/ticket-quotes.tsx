import { QuoteState } from "@/components/quotes/quote-state";
import { worthText } from "@/components/quotes/quote-words";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteListItem } from "@/lib/quotes/quote-types";

/** The quotes of a ticket in few words, the newest first. Nothing when there are none. */
export function TicketQuotes({ quotes, hrefOf }: { quotes: QuoteListItem[]; hrefOf: (quote: QuoteListItem) => string }) {
  if (quotes.length === 0) return null;
  return (
    <ul aria-label={getTranslator("quotes")("ofTicket.title")} className="space-y-2 text-sm">
      {quotes.map((quote) => (
        <li key={quote.id} className="space-y-0.5">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <a href={hrefOf(quote)} className="link tabular-nums">
              {quote.reference}
            </a>
            <QuoteState state={quote.state} />
          </p>
          <p className="text-muted tabular-nums">{worthText(quote)}</p>
        </li>
      ))}
    </ul>
  );
}
