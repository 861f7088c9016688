import { whoIsTold, type TicketFacts } from "@/lib/notifications/audience";
import { mailDueAt } from "@/lib/notifications/mail-time";
import { fillTemplate } from "@/lib/notifications/template-text";
import { TOLD_EVENTS } from "@/lib/tickets/events";

const NOON = Temporal.Instant.from("2026-11-18T18:00:00Z");
const FACTS: TicketFacts = { requesterId: "ana", assigneeId: "carla", followerIds: ["elena", "carla"], adminIds: ["diego"], assignedId: null, quoteOwnerIds: [], appointmentAgentId: null, concernedId: null, isWithReply: false };

describe("who is told", () => {
  it("of every event never whoever did it, and nobody twice", () => {
    for (const type of TOLD_EVENTS) {
      for (const actorId of ["ana", "carla", "elena", null]) {
        const told = whoIsTold({ type, actorId, isByStaff: actorId !== "ana" && actorId !== null }, { ...FACTS, quoteOwnerIds: ["carla", "carla"], appointmentAgentId: "carla", assignedId: "carla" });
        const ids = told.map(({ userId }) => userId);
        expect([type, ids.includes(String(actorId))]).toEqual([type, false]);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  it("of what a customer writes whoever has the ticket; those who follow its department only where nobody has it", () => {
    const event = { type: "ticket.replied", actorId: "ana", isByStaff: false } as const;
    expect(whoIsTold(event, FACTS)).toEqual([{ userId: "carla", topic: "replies" }]);
    expect(whoIsTold(event, { ...FACTS, assigneeId: null }).map(({ userId }) => userId)).toEqual(["elena", "carla"]);
  });

  it("of what the system does whoever it concerns", () => {
    expect(whoIsTold({ type: "sla.breached", actorId: null, isByStaff: false }, FACTS)).toEqual([{ userId: "carla", topic: "sla" }]);
    const unattended = { ...FACTS, assigneeId: null };
    expect(whoIsTold({ type: "sla.warned", actorId: null, isByStaff: false }, unattended).map(({ userId }) => userId)).toEqual(["elena", "carla"]);
    expect(whoIsTold({ type: "sla.warned", actorId: null, isByStaff: false }, { ...unattended, followerIds: [] })).toEqual([{ userId: "diego", topic: "sla" }]);
    expect(whoIsTold({ type: "ticket.closed", actorId: null, isByStaff: false }, FACTS)).toEqual([{ userId: "ana", topic: "states" }, { userId: "carla", topic: "replies" }]);
  });
});

describe("when a mail may say it", () => {
  it.each([
    [null, "2026-11-18T18:01:00Z"],
    ["2026-11-18T17:00:00Z", "2026-11-18T18:01:00Z"],
    ["2026-11-18T17:59:00Z", "2026-11-18T18:04:00Z"],
  ])("last written to at %s: %s", (last, due) => {
    expect(mailDueAt({ now: NOON, lastMailAt: last === null ? null : Temporal.Instant.from(last), quietCalendar: null }).toString()).toBe(due);
  });
});

it("what a fact brings along in braces is not filled again", () => {
  const facts = { nombre: "{enlace}", novedades: "n", enlace: "https://x", cantidad: "1", referencia: "", asunto: "$& {nombre}" };
  expect(fillTemplate("{nombre} · {asunto} · {otro} · {constructor}", facts)).toBe("{enlace} · $& {nombre} · {otro} · {constructor}");
});
