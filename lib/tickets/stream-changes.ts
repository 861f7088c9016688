import type { TicketChange } from "@/lib/realtime/news";
import { CUSTOMER_EVENTS, type TicketEventType } from "@/lib/tickets/events";

/** Beside what a customer sees in the thread: what stands in it by itself, and facts of the ticket that its page shows. */
const TOLD_TO_CUSTOMERS: ReadonlySet<string> = new Set<TicketEventType>([...CUSTOMER_EVENTS, "ticket.opened", "ticket.replied", "ticket.priority-changed", "ticket.department-changed"]);

/** Notes, assignments and the desk's other business are nothing that a customer hears of, not even that they happened. */
export function isToldToCustomers(kind: string): boolean {
  return TOLD_TO_CUSTOMERS.has(kind);
}

const CHANGES: Record<string, TicketChange> = {
  "ticket.opened": "opened",
  "ticket.replied": "answered",
  "ticket.noted": "noted",
  "ticket.assigned": "assigned",
  "ticket.merged": "merged",
  "ticket.absorbed": "merged",
} satisfies Partial<Record<TicketEventType, TicketChange>>;

export function changeOf(kind: string): TicketChange {
  return CHANGES[kind] ?? "changed";
}
