import { TicketQuotes } from "@/components/quotes/ticket-quotes";
import { ButtonLink } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { QuoteListItem } from "@/lib/quotes/quote-types";
import type { StaffTicketView } from "@/lib/tickets/types";
import { serviceAction } from "../actions";
import { workWords } from "../_data/words";
import { PropertyForm } from "./property-form";

/** Whether what is asked is paid, its quotes, and the way to the next one. */
export function TicketQuote({ ticket, quotes, href }: { ticket: StaffTicketView; quotes: QuoteListItem[]; href: string }) {
  const t = getTranslator("quotes");
  const isOpen = ticket.status !== "closed";
  return (
    <section aria-labelledby="quote-title" className="space-y-3">
      <h2 id="quote-title" className="text-base font-semibold">
        {t("desk.title")}
      </h2>
      <PropertyForm
        action={serviceAction}
        ticketId={ticket.id}
        isOpen={isOpen}
        words={workWords()}
        name="service"
        label={t("desk.service")}
        value={ticket.isPaid ? "paid" : "free"}
        options={[{ value: "free", label: t("desk.free") }, { value: "paid", label: t("desk.paid") }]}
        saved={t("desk.serviceSaved")}
      />
      <TicketQuotes quotes={quotes} hrefOf={() => href} />
      {isOpen && (
        <ButtonLink href={href} size="sm" isBlock>
          {t(quotes[0]?.state === "draft" ? "desk.goOn" : quotes.length > 0 ? "desk.another" : "desk.begin")}
        </ButtonLink>
      )}
    </section>
  );
}
