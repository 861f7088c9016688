import { PromiseCard } from "@/components/sla/promise-card";
import { turnText } from "@/components/tickets/turn-label";
import { buttonClass } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { getTranslator } from "@/lib/i18n/translator";
import type { CustomerTicketView } from "@/lib/tickets/types";

/** Who must act next, by when, and why that date. */
export function TurnCard({ ticket, now }: { ticket: CustomerTicketView; now: Temporal.Instant }) {
  const t = getTranslator("portal");
  const isReadersTurn = ticket.turn === "requester";
  return (
    <section className={cn("rounded-lg border", isReadersTurn ? "border-warn-line bg-warn-soft" : "bg-surface")}>
      <div className="space-y-2 p-4 sm:p-5">
        <h2 className="text-sm text-muted">{getTranslator("tickets")("turn.question")}</h2>
        <p className="text-lg font-semibold">
          {turnText({ turn: ticket.turn, viewer: "customer", requesterName: ticket.isOwn ? null : ticket.requester.name })}
        </p>
        <p className="text-sm">{t(`turn.${situationOf(ticket)}`)}</p>
        {isReadersTurn && ticket.awaitedQuote && (
          <a href={`/portal/tickets/${ticket.reference}/quotes/${ticket.awaitedQuote}`} className={buttonClass({ variant: "primary", isBlock: true })}>
            {getTranslator("quotes")("ofTicket.review")}
          </a>
        )}
        {isReadersTurn && (
          <a href="#body" className={buttonClass({ variant: ticket.awaitedQuote ? "secondary" : "primary", isBlock: true })}>
            {t("turn.answer")}
          </a>
        )}
      </div>
      {ticket.promise && ticket.promise.state !== "cancelled" && (
        <div className="border-t px-4 py-3 sm:px-5">
          <PromiseCard promise={ticket.promise} viewer="customer" now={now} awaitedQuote={ticket.awaitedQuote} />
        </div>
      )}
    </section>
  );
}

function situationOf(ticket: CustomerTicketView) {
  if (ticket.mergedInto) return "merged";
  if (ticket.status === "solved" || ticket.status === "closed") return ticket.status;
  if (ticket.turn === "requester") return ticket.awaitedQuote ? "quote" : "requester";
  const isAnswered = ticket.promise?.state === "fulfilled";
  if (ticket.turn === "third_party") return isAnswered ? "thirdPartyAnswered" : "thirdParty";
  return isAnswered ? "deskAnswered" : "desk";
}
