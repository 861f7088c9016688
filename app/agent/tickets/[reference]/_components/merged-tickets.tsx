import { getTranslator } from "@/lib/i18n/translator";
import type { StaffTicketView } from "@/lib/tickets/types";
import { TicketName } from "./ticket-name";

/** What was joined to this ticket. */
export function MergedTickets({ ticket }: { ticket: StaffTicketView }) {
  if (ticket.mergedFrom.length === 0) return null;
  return (
    <section aria-labelledby="merged-title" className="space-y-2">
      <h2 id="merged-title" className="text-base font-semibold">
        {getTranslator("agent")("ticket.mergedFrom")}
      </h2>
      <ul className="space-y-1.5 text-sm">
        {ticket.mergedFrom.map((merged) => (
          <li key={merged.reference}>
            <TicketName {...merged} />
          </li>
        ))}
      </ul>
    </section>
  );
}
