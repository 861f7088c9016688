import { Moment } from "@/components/tickets/moment";
import { getTranslator } from "@/lib/i18n/translator";
import type { DecisionView, StaffTicketView } from "@/lib/tickets/types";
import { PairForm } from "../../../_components/pair-form";
import { withdrawWords } from "../../../_data/pair-words";
import { withdrawDifferentAction } from "../actions";
import { decisionText } from "../_data/decision-text";
import { TicketName } from "./ticket-name";

/** What customers and the desk decided about this ticket and others that resemble it: who, what, when. */
export function TicketDecisions({ ticket, now }: { ticket: StaffTicketView; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  if (ticket.decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions-title" className="space-y-2">
      <h2 id="decisions-title" tabIndex={-1} className="rounded-sm text-base font-semibold">
        {t("ticket.decisions")}
      </h2>
      <ul className="divide-y text-sm">
        {ticket.decisions.map((decision) => (
          <li key={decision.id} className="space-y-1 py-3 first:pt-0 last:pb-0">
            <Decision ticket={ticket} decision={decision} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ ticket, decision, now }: { ticket: StaffTicketView; decision: DecisionView; now: Temporal.Instant }) {
  const t = getTranslator("agent");
  const { other, withdrawn } = decision;
  const canWithdraw = decision.isStaff && decision.verdict === "different" && withdrawn === null;
  return (
    <>
      <p>{decisionText(decision)}</p>
      {other && (
        <p>
          <TicketName {...other} />
        </p>
      )}
      <p className="text-xs text-muted">
        <Moment at={decision.at} now={now} />
        {decision.scorePercent > 0 && ` · ${t("ticket.percent", { percent: decision.scorePercent })}`}
      </p>
      {withdrawn && (
        <p className="text-xs text-muted">
          {t("decision.withdrawn", { by: withdrawn.by })} <Moment at={withdrawn.at} now={now} />
        </p>
      )}
      {canWithdraw && other && (
        <PairForm
          action={withdrawDifferentAction}
          ticketId={ticket.id}
          candidateTicketIds={[other.id]}
          focusId="decisions-title"
          words={withdrawWords({ ticket: ticket.reference, others: other.reference })}
        />
      )}
    </>
  );
}
