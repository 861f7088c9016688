import { StatusPill } from "@/components/ui/badge";
import { STATUS_TONE } from "@/components/tickets/status-tone";
import { getTranslator } from "@/lib/i18n/translator";
import type { TicketStatus as Status } from "@/lib/tickets/types";

/** The state of a ticket in its colour and word. In a client component use StatusPill with STATUS_TONE and a given word. */
export function TicketStatus({ status }: { status: Status }) {
  return <StatusPill tone={STATUS_TONE[status]}>{getTranslator("tickets")(`status.${status}`)}</StatusPill>;
}
