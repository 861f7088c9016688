import { randomUUID } from "node:crypto";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { markTicketRead } from "@/lib/tickets/commands/mark-ticket-read";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { eventsOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { answeredTicket, newTicket, pausedTicket } from "@/tests/support/factories";

useDatabase();

const now = at("2026-11-19T10:00");
const desk = (actor = carla) => ({ db: testDb(), actor, now });
const customer = () => ({ db: testDb(), actor: ana, now });
const message = (ticketId: string) => ({ ticketId, body: "Texto.", submissionKey: randomUUID() });
const count = (events: string[], type: string) => events.filter((event) => event.startsWith(`${type} `)).length;

describe("at once", () => {
  it("two agents solve: one does, the other learns that it changed meanwhile", async () => {
    const { id } = await newTicket({ at: NOON });
    const answers = await Promise.all([carla, elena].map((actor) => changeStatus(desk(actor), { ticketId: id, move: "solve" })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["MOVE_NOT_ALLOWED", "ok"]);
    expect(count(await eventsOf(id), "ticket.solved")).toBe(1);
    expect((await targetsOf(id))[0]?.events).toHaveLength(2);
  });

  it("two agents reply with a solution: both are read, and it is solved once", async () => {
    const { id } = await newTicket({ at: NOON });
    const answers = await Promise.all([carla, elena].map((actor) => staffReply(desk(actor), { ...message(id), next: "solved" })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const events = await eventsOf(id);
    expect([count(events, "ticket.replied"), count(events, "ticket.solved"), count(events, "ticket.assigned")]).toEqual([2, 1, 1]);
  });

  it("four messages of the customer owe one answer", async () => {
    const { id } = await answeredTicket({ at: NOON });
    const answers = await Promise.all(Array.from({ length: 4 }, () => replyToTicket(customer(), message(id))));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await targetsOf(id)).filter((target) => target.kind === "next_response")).toHaveLength(1);
    expect(await testDb().ticketMessage.count({ where: { ticketId: id, isStaff: false } })).toBe(4);
  });

  it("the customer writes while the desk answers: whoever was second, the state fits the messages", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await newTicket({ at: NOON });
      const answers = await Promise.all([replyToTicket(customer(), message(id)), staffReply(desk(), { ...message(id), next: "pending" })]);
      expect(answers.every((answer) => answer.ok)).toBe(true);
      const owed = (await targetsOf(id)).filter((target) => target.fulfilledAt === null).length;
      const { status } = await ticketState(id);
      // Desk last: the customer must act and nothing is owed. Customer last: an answer is owed.
      expect([status, owed]).toEqual(status === "pending" ? ["pending", 0] : ["open", 1]);
    }
  });

  it("the customer closes while the desk solves: it ends closed, and nothing is owed", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await newTicket({ at: NOON });
      await Promise.all([closeTicket(customer(), { ticketId: id }), changeStatus(desk(), { ticketId: id, move: "solve" })]);
      expect(await ticketState(id)).toMatchObject({ status: "closed", nextDueAt: null });
    }
  });

  it("the desk asks while the customer writes: the clock's history stays one that can have happened", async () => {
    const { id } = await pausedTicket({ at: NOON });
    await Promise.all([
      replyToTicket(customer(), message(id)),
      changeStatus(desk(), { ticketId: id, move: "take_up" }),
      changeStatus(desk(elena), { ticketId: id, move: "await_requester" }),
      changePriority(desk(diego), { ticketId: id, priority: "low" }),
    ]);
    const [target] = await targetsOf(id);
    // Each event differs from its predecessor: never paused while paused, never resumed while running.
    const names = target!.events.map((event) => event.split(" ")[0]);
    expect(names.slice(1).every((name, index) => name !== names[index])).toBe(true);
    const { status } = await ticketState(id);
    expect(target!.pausedAt === null).toBe(status !== "pending");
  });

  it("three agents take the ticket: the last one has it, and each change names the one before", async () => {
    const { id } = await newTicket({ at: NOON });
    await Promise.all([carla, elena, diego].map((actor) => assignTicket(desk(actor), { ticketId: id, assigneeId: actor.userId })));
    const rows = await testDb().ticketEvent.findMany({ where: { ticketId: id, type: "ticket.assigned" }, orderBy: { id: "asc" } });
    const steps = rows.map((row) => row.data as { from: string | null; to: string });
    expect(steps.map((step) => step.from)).toEqual([null, ...steps.slice(0, -1).map((step) => step.to)]);
    const { assigneeId } = await testDb().ticket.findUniqueOrThrow({ where: { id } });
    expect(assigneeId).toBe(steps.at(-1)?.to);
  });

  it("ten tabs mark the ticket as read", async () => {
    const { id } = await newTicket({ at: NOON });
    const answers = await Promise.all(Array.from({ length: 10 }, () => markTicketRead(customer(), { ticketId: id })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await testDb().ticketRead.count({ where: { ticketId: id } })).toBe(1);
  });
});
