import Link from "next/link";
import { getTranslator } from "@/lib/i18n/translator";
import type { StaffTicketView } from "@/lib/tickets/types";

/** What was joined to this ticket, and what its requester said about others before sending it. */
export function TicketHistory({ ticket }: { ticket: StaffTicketView }) {
  const t = getTranslator("agent");
  return (
    <>
      {ticket.mergedFrom.length > 0 && (
        <section aria-labelledby="merged-title" className="space-y-2">
          <h2 id="merged-title" className="text-base font-semibold">
            {t("ticket.mergedFrom")}
          </h2>
          <ul className="space-y-1.5 text-sm">
            {ticket.mergedFrom.map((merged) => (
              <li key={merged.reference}>
                <TicketName {...merged} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {ticket.decisions.length > 0 && (
        <section aria-labelledby="decisions-title" className="space-y-2">
          <h2 id="decisions-title" className="text-base font-semibold">
            {t("ticket.decisions")}
          </h2>
          <ul className="space-y-2 text-sm">
            {ticket.decisions.map((decision) => (
              <li key={`${decision.reference}-${decision.verdict}`}>
                <TicketName reference={decision.reference} subject={decision.subject} />
                <span className="block text-xs text-muted">
                  {t(`ticket.verdict.${decision.verdict}`)} · {t("ticket.percent", { percent: decision.scorePercent })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function TicketName({ reference, subject }: { reference: string; subject: string }) {
  return (
    <Link href={`/agent/tickets/${reference}`} prefetch={false} className="link">
      <span className="tabular-nums">{reference}</span> {subject}
    </Link>
  );
}
