import { render, screen, within } from "@testing-library/react";
import { eventText } from "@/components/tickets/event-words";
import { Thread } from "@/components/tickets/thread";
import { turnText } from "@/components/tickets/turn-label";
import { ticketEventSchemas } from "@/lib/tickets/events";
import type { EventView, MessageView, StaffThreadEntry } from "@/lib/tickets/types";
import { at, NOON } from "@/tests/support/clock";
import { testEnvironment } from "@/tests/support/environment";

beforeAll(() => {
  Object.assign(process.env, testEnvironment("postgresql://unused"));
});

beforeEach(() => {
  jest.useFakeTimers({ now: NOON.epochMilliseconds });
});

afterEach(() => {
  jest.useRealTimers();
});

function message(changes: Partial<MessageView> = {}): MessageView {
  return { id: "m1", authorName: "Ana Torres", isStaff: false, isOwn: true, html: "<p>Hola</p>", createdAt: at("2026-11-18T11:00").toString(), attachments: [], ...changes };
}

function event(changes: Partial<EventView> = {}): EventView {
  return { id: "1", type: "ticket.solved", actorName: "Carla Ríos", isStaff: true, at: at("2026-11-18T11:30").toString(), data: {}, ...changes };
}

it("tells who wrote, on which side, and when, absolutely and relatively", () => {
  const entries: StaffThreadEntry[] = [
    { entry: "message", ...message() },
    { entry: "message", ...message({ id: "m2", authorName: "Carla Ríos", isStaff: true, isOwn: false, html: "<p>Ya quedó</p>" }) },
    { entry: "event", ...event() },
  ];
  render(<Thread label="Conversación" entries={entries} now={NOON} />);
  const [own, desk] = screen.getAllByRole("article");
  expect(within(own!).getByText("Usted")).toBeVisible();
  expect(within(desk!).getByText("Mesa de ayuda")).toBeVisible();
  expect(within(desk!).getByText("mié 18 nov, 11:00")).toHaveAttribute("datetime", at("2026-11-18T11:00").toString());
  expect(within(desk!).getByText("hace 1 h")).toBeVisible();
  expect(screen.getByText(/Carla Ríos marcó el ticket como resuelto/)).toBeVisible();
});

it("says of a note that the customer does not see it", () => {
  render(<Thread label="Conversación" entries={[{ entry: "note", ...message({ isStaff: true }) }]} now={NOON} />);
  expect(screen.getByText("Nota interna: el cliente no la ve")).toBeVisible();
});

it("has a sentence for everything that can happen", () => {
  for (const type of Object.keys(ticketEventSchemas) as EventView["type"][]) {
    const times: Record<string, string> = type.startsWith("appointment.") ? { from: NOON.toString(), startsAt: NOON.toString(), kind: "phone", cost: "30", minutes: "36", billable: "36" } : {};
    const text = eventText(event({ type, data: { from: "A", to: "B", into: "IMP-0000-0000", ...times } }));
    expect(text).not.toMatch(/[{}]|undefined/);
  }
});

it("resolves priorities into words, and says when nobody has a ticket any more", () => {
  expect(eventText(event({ type: "ticket.priority-changed", data: { from: "low", to: "high" } }))).toBe("Carla Ríos cambió la prioridad de baja a alta");
  expect(eventText(event({ type: "ticket.assigned", data: { from: "Carla Ríos" } }))).toBe("Carla Ríos dejó el ticket sin asignar");
});

it("names whose turn it is as the reader sees it", () => {
  expect(turnText({ turn: "requester", viewer: "customer" })).toBe("Le toca a usted");
  expect(turnText({ turn: "requester", viewer: "customer", requesterName: "Andrés Luna" })).toBe("Le toca a Andrés Luna");
  expect(turnText({ turn: "requester", viewer: "staff" })).toBe("Le toca al cliente");
  expect(turnText({ turn: "desk", viewer: "customer" })).toBe("Le toca a la mesa");
  expect(turnText({ turn: "nobody", viewer: "staff" })).toBe("Nada pendiente");
});
