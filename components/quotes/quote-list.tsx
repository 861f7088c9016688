import Link from "next/link";
import { QuoteState } from "@/components/quotes/quote-state";
import { worthText } from "@/components/quotes/quote-words";
import { Moment } from "@/components/tickets/moment";
import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteListItem } from "@/lib/quotes/quote-types";

/** Quotes: of what, how much, in which state, until when. The link covers its whole row. */
export function QuoteList({ label, items, now, hrefOf, showCustomer = false }: { label: string; items: QuoteListItem[]; now: Temporal.Instant; hrefOf: (item: QuoteListItem) => string; showCustomer?: boolean }) {
  const t = getTranslator("quotes");
  return (
    <ul aria-label={label} className="divide-y overflow-hidden rounded-lg border bg-surface">
      {items.map((item) => (
        <li key={item.id} className="relative grid gap-x-6 gap-y-2 px-4 py-4 transition-colors hover:bg-sunken has-focus-visible:bg-sunken sm:px-5 md:grid-cols-[minmax(0,1fr)_14rem]">
          <div className="min-w-0 space-y-1">
            <h2 className="text-base">
              <Link href={hrefOf(item)} prefetch={false} className="font-medium after:absolute after:inset-0 hover:text-accent">
                {item.subject}
              </Link>
            </h2>
            <p className="flex flex-wrap gap-x-3 text-sm text-muted">
              <span className="tabular-nums">{item.reference}</span>
              <span>{t("list.ofTicket", { reference: item.ticketReference })}</span>
              {showCustomer && <span>{item.customerName}</span>}
              <Moment at={item.at} now={now} isRelativeFirst />
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 md:flex-col md:items-start">
            <QuoteState state={item.state} />
            <span className="text-sm font-medium tabular-nums">{worthText(item)}</span>
            {item.state === "sent" && <span className="text-sm text-muted">{t("list.until", { day: formatDate(Temporal.Instant.from(item.validUntil), { now }) })}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
