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
      "ticket.awaiting-requester",
      "ticket.closed",
      "ticket.merged",
      "ticket.put-on-hold",
      "ticket.reopened",
      "ticket.solved",
      "ticket.taken-up",
    ]);
  });

  it("that are shown have words", () => {
    const words = Object.keys(catalogues["es-MX"].tickets.event);
    const shown = TYPES.filter((type) => !SILENT_EVENTS.includes(type));
    expect(shown.map((type) => type.replace(".", "_")).filter((key) => !words.includes(key))).toEqual([]);
  });
});

const ID = "00000000-0000-4000-8000-00000000000a";

function exampleOf(type: TicketEventType): Record<string, unknown> {
  switch (type) {
    case "ticket.replied":
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
    case "sla.breached":
      return { kind: "first_response" };
    default:
      return {};
  }
}
