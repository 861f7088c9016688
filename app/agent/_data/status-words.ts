import type { Tone } from "@/components/ui/badge";
import { getTranslator } from "@/lib/i18n/translator";
import { TICKET_STATUSES, type TicketStatus } from "@/lib/tickets/types";

/** On the desk colour is for what asks for work: nobody has looked yet. Time burns in its own column. */
export const DESK_TONE: Record<TicketStatus, Tone> = {
  new: "accent",
  open: "neutral",
  pending: "neutral",
  on_hold: "neutral",
  solved: "success",
  closed: "neutral",
};

/** Every status in words, once for a whole list. */
export function statusWords(): Record<TicketStatus, { label: string; tone: Tone }> {
  const t = getTranslator("tickets");
  const words = TICKET_STATUSES.map((status) => [status, { label: t(`status.${status}`), tone: DESK_TONE[status] }] as const);
  return Object.fromEntries(words) as Record<TicketStatus, { label: string; tone: Tone }>;
}
