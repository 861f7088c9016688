import { z } from "zod";

/** What can happen to a ticket, and what is kept of it. Ids and codes only: words are resolved when it is read. */
export const ticketEventSchemas = {
  "ticket.opened": z.strictObject({}),
  "ticket.replied": z.strictObject({ messageId: z.uuid() }),
  "ticket.noted": z.strictObject({ noteId: z.uuid() }),
  "ticket.assigned": z.strictObject({ from: z.uuid().nullable(), to: z.uuid().nullable() }),
  "ticket.priority-changed": z.strictObject({ from: z.string(), to: z.string() }),
  "ticket.department-changed": z.strictObject({ from: z.uuid(), to: z.uuid() }),
  "ticket.awaiting-requester": z.strictObject({}),
  "ticket.put-on-hold": z.strictObject({}),
  "ticket.taken-up": z.strictObject({}),
  "ticket.solved": z.strictObject({}),
  "ticket.reopened": z.strictObject({}),
  "ticket.closed": z.strictObject({}),
  "ticket.merged": z.strictObject({ into: z.uuid() }),
  "ticket.absorbed": z.strictObject({ from: z.uuid() }),
  "sla.breached": z.strictObject({ kind: z.string() }),
} as const;

export type TicketEventType = keyof typeof ticketEventSchemas;
export type TicketEventData<T extends TicketEventType> = z.output<(typeof ticketEventSchemas)[T]>;

/** What a customer sees in the thread; the rest is the desk's own business. */
export const CUSTOMER_EVENTS: readonly TicketEventType[] = [
  "ticket.awaiting-requester",
  "ticket.put-on-hold",
  "ticket.taken-up",
  "ticket.solved",
  "ticket.reopened",
  "ticket.closed",
  "ticket.merged",
];

/** Shown by the message or note itself. */
export const SILENT_EVENTS: readonly TicketEventType[] = ["ticket.opened", "ticket.replied", "ticket.noted"];
