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
  /** A warning about conduct, which the message says; it is no answer. */
  "ticket.warned": z.strictObject({ messageId: z.uuid() }),
  "ticket.merged": z.strictObject({ into: z.uuid() }),
  "ticket.absorbed": z.strictObject({ from: z.uuid() }),
  /** Somebody of the desk read what a customer had sealed. */
  "sealed.read": z.strictObject({ sealedId: z.uuid(), kind: z.string() }),
  /** Minutes as they were worked, in digits: what is kept of an event are texts. */
  "time.posted": z.strictObject({ entryId: z.uuid(), minutes: z.string() }),
  "time.reversed": z.strictObject({ entryId: z.uuid(), minutes: z.string() }),
  "work.closed": z.strictObject({ quote: z.string(), minutes: z.string() }),
  "work.released": z.strictObject({ quote: z.string() }),
  "charge.created": z.strictObject({ charge: z.string() }),
  "charge.invoiced": z.strictObject({ charge: z.string(), folio: z.string() }),
  "charge.paid": z.strictObject({ charge: z.string() }),
  "charge.cancelled": z.strictObject({ charge: z.string() }),
  /** Times as instants, minutes as whole numbers in text; `why`: asked, other_time, unconfirmed, over. */
  "appointment.proposed": z.strictObject({ appointmentId: z.uuid(), startsAt: z.iso.datetime(), kind: z.string() }),
  "appointment.confirmed": z.strictObject({ appointmentId: z.uuid(), startsAt: z.iso.datetime() }),
  "appointment.moved": z.strictObject({ appointmentId: z.uuid(), from: z.iso.datetime(), startsAt: z.iso.datetime(), cost: z.string() }),
  "appointment.cancelled": z.strictObject({ appointmentId: z.uuid(), startsAt: z.iso.datetime(), cost: z.string(), why: z.string() }),
  "appointment.started": z.strictObject({ appointmentId: z.uuid() }),
  "appointment.finished": z.strictObject({ appointmentId: z.uuid(), minutes: z.string(), billable: z.string() }),
  "appointment.missed": z.strictObject({ appointmentId: z.uuid(), startsAt: z.iso.datetime(), by: z.string(), cost: z.string() }),
  "sla.breached": z.strictObject({ kind: z.string() }),
  /** Three quarters of the time promised had gone by. */
  "sla.warned": z.strictObject({ kind: z.string() }),
  /** Put off by the desk; it came back by time, because the customer wrote, or by hand. */
  "ticket.snoozed": z.strictObject({ until: z.iso.datetime() }),
  "ticket.snooze-ended": z.strictObject({ why: z.enum(["time", "answered", "by-hand"]), by: z.uuid() }),
  /** The customer was reminded that the desk waits for them; the first or the second time. */
  "ticket.reminded": z.strictObject({ number: z.string() }),
  /** A rule told somebody of the desk of it. */
  "ticket.escalated": z.strictObject({ to: z.uuid() }),
  "ticket.rule-applied": z.strictObject({ rule: z.uuid() }),
  "satisfaction.asked": z.strictObject({}),
  "satisfaction.given": z.strictObject({ satisfaction: z.string() }),
  /** Marked as a service with póliza or paid per event, which waits for its authorisation; and as a free one again. */
  "ticket.marked-paid": z.strictObject({}),
  "ticket.marked-free": z.strictObject({}),
  /** `quote` is its reference: a label, which the thread shows as it is. */
  "quote.sent": z.strictObject({ quote: z.string() }),
  "quote.authorised": z.strictObject({ quote: z.string() }),
  "quote.declined": z.strictObject({ quote: z.string() }),
  "quote.expired": z.strictObject({ quote: z.string() }),
  "quote.superseded": z.strictObject({ quote: z.string() }),
  "quote.withdrawn": z.strictObject({ quote: z.string() }),
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
  "ticket.warned",
  "ticket.reminded",
  "satisfaction.asked",
  "work.closed",
  "work.released",
  "charge.created",
  "charge.invoiced",
  "charge.paid",
  "charge.cancelled",
  "ticket.marked-paid",
  "ticket.marked-free",
  "quote.sent",
  "quote.authorised",
  "quote.declined",
  "quote.expired",
  "quote.superseded",
  "quote.withdrawn",
  "appointment.proposed",
  "appointment.confirmed",
  "appointment.moved",
  "appointment.cancelled",
  "appointment.started",
  "appointment.finished",
  "appointment.missed",
];

/** Shown by the message or note itself. */
export const SILENT_EVENTS: readonly TicketEventType[] = ["ticket.opened", "ticket.replied", "ticket.noted"];

/** What somebody is told of (lib/notifications): each of these is followed by a job of that name, in its own transaction. */
export const TELL_EVENT = "notifications.tell-event";
export const TOLD_EVENTS = [
  "ticket.opened",
  "ticket.department-changed",
  "ticket.replied",
  "ticket.noted",
  "ticket.assigned",
  "ticket.awaiting-requester",
  "ticket.put-on-hold",
  "ticket.solved",
  "ticket.reopened",
  "ticket.closed",
  "ticket.merged",
  "sla.breached",
  "sla.warned",
  "ticket.snooze-ended",
  "ticket.reminded",
  "ticket.escalated",
  "satisfaction.asked",
  "satisfaction.given",
  "quote.sent",
  "quote.authorised",
  "quote.declined",
  "quote.expired",
  "quote.withdrawn",
  "appointment.proposed",
  "appointment.confirmed",
  "appointment.moved",
  "appointment.cancelled",
  "appointment.missed",
  "work.closed",
  "charge.created",
  "charge.invoiced",
  "charge.cancelled",
] as const satisfies readonly TicketEventType[];
export type ToldEventType = (typeof TOLD_EVENTS)[number];

export function isTold(type: string): type is ToldEventType {
  return (TOLD_EVENTS as readonly string[]).includes(type);
}

/** What rules begin with (lib/automation): each of these is followed by a job of that name while any rule is on. */
export const RUN_RULES = "automation.run-rules";
export const TRIGGER_EVENTS = [
  "ticket.opened",
  "ticket.replied",
  "ticket.assigned",
  "ticket.priority-changed",
  "ticket.department-changed",
  "ticket.awaiting-requester",
  "ticket.put-on-hold",
  "ticket.taken-up",
  "ticket.solved",
  "ticket.reopened",
  "ticket.closed",
  "sla.warned",
  "sla.breached",
  "ticket.snooze-ended",
] as const satisfies readonly TicketEventType[];
export type TriggerEventType = (typeof TRIGGER_EVENTS)[number];

export function isTrigger(type: string): type is TriggerEventType {
  return (TRIGGER_EVENTS as readonly string[]).includes(type);
}
