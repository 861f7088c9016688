import { CUSTOMER_EVENTS, SILENT_EVENTS, ticketEventSchemas, type TicketEventType } from "@/lib/tickets/events";
import { catalogues } from "@/lib/i18n/catalogues";

const TYPES = Object.keys(ticketEventSchemas) as TicketEventType[];

describe("events", () => {
  it("hold what they say and nothing else: no text of anybody fits in", () => {
    for (const type of TYPES) {
      const more = { ...exampleOf(type), body: "El cliente dijo…" };
      expect([type, ticketEventSchemas[type].safeParse(exampleOf(type)).success, ticketEventSchemas[type].safeParse(more).success]).toEqual([type, true, false]);
    }
  });

  it("that customers see are none of the desk's own affairs", () => {
    expect([...CUSTOMER_EVENTS].sort()).toEqual([
      "appointment.cancelled",
      "appointment.confirmed",
      "appointment.finished",
      "appointment.missed",
      "appointment.moved",
      "appointment.proposed",
      "appointment.started",
      "charge.cancelled",
      "charge.created",
      "charge.invoiced",
      "charge.paid",
      "quote.authorised",
      "quote.declined",
      "quote.expired",
      "quote.sent",
      "quote.superseded",
      "quote.withdrawn",
      "satisfaction.asked",
      "ticket.awaiting-requester",
      "ticket.closed",
      "ticket.marked-free",
      "ticket.marked-paid",
      "ticket.merged",
      "ticket.put-on-hold",
      "ticket.reminded",
      "ticket.reopened",
      "ticket.solved",
      "ticket.taken-up",
      "ticket.warned",
      "work.closed",
      "work.released",
    ]);
  });

  it("that are shown have words", () => {
    const { tickets, appointments } = catalogues["es-MX"];
    const words = Object.keys({ ...tickets.event, ...appointments.event });
    const shown = TYPES.filter((type) => !SILENT_EVENTS.includes(type));
    expect(shown.map((type) => type.replace(".", "_")).filter((key) => !words.includes(key))).toEqual([]);
  });
});

const AT = "2026-11-18T15:00:00Z";
const ID = "00000000-0000-4000-8000-00000000000a";

function exampleOf(type: TicketEventType): Record<string, unknown> {
  switch (type) {
    case "ticket.replied":
    case "ticket.warned":
      return { messageId: ID };
    case "ticket.noted":
      return { noteId: ID };
    case "ticket.assigned":
      return { from: null, to: ID };
    case "ticket.priority-changed":
      return { from: "low", to: "high" };
    case "ticket.department-changed":
      return { from: ID, to: ID };
    case "ticket.merged":
      return { into: ID };
    case "ticket.absorbed":
      return { from: ID };
    case "sealed.read":
      return { sealedId: ID, kind: "password" };
    case "sla.breached":
    case "sla.warned":
      return { kind: "first_response" };
    case "ticket.snoozed":
      return { until: "2026-11-18T18:00:00.000Z" };
    case "ticket.snooze-ended":
      return { why: "time", by: ID };
    case "ticket.reminded":
      return { number: "1" };
    case "ticket.escalated":
      return { to: ID };
    case "ticket.rule-applied":
      return { rule: ID };
    case "satisfaction.given":
      return { satisfaction: "good" };
    case "time.posted":
    case "time.reversed":
      return { entryId: ID, minutes: "90" };
    case "work.closed":
      return { quote: "COT-7K3M-Q2XD", minutes: "90" };
    case "charge.created":
    case "charge.paid":
    case "charge.cancelled":
      return { charge: "CAR-7K3M-Q2XD" };
    case "charge.invoiced":
      return { charge: "CAR-7K3M-Q2XD", folio: "A-1" };
    case "appointment.proposed":
      return { appointmentId: ID, startsAt: AT, kind: "phone" };
    case "appointment.confirmed":
      return { appointmentId: ID, startsAt: AT };
    case "appointment.moved":
      return { appointmentId: ID, from: AT, startsAt: AT, cost: "0" };
    case "appointment.cancelled":
      return { appointmentId: ID, startsAt: AT, cost: "30", why: "asked" };
    case "appointment.started":
      return { appointmentId: ID };
    case "appointment.finished":
      return { appointmentId: ID, minutes: "50", billable: "60" };
    case "appointment.missed":
      return { appointmentId: ID, startsAt: AT, by: "customer", cost: "0" };
    case "work.released":
    case "quote.sent":
    case "quote.authorised":
    case "quote.declined":
    case "quote.expired":
    case "quote.superseded":
    case "quote.withdrawn":
      return { quote: "COT-7K3M-Q2XD" };
    default:
      return {};
  }
}
