import { randomUUID } from "node:crypto";
import { changeStatus, closeTicket, reopenTicket } from "@/lib/tickets/commands/change-status";
import type { StatusInput } from "@/lib/tickets/schema";
import { eventsOf, targetOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, andres, carla } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, mergedTicket, newTicket, pausedTicket, pendingTicket, solvedTicket, ticketOnHold, unwrap } from "@/tests/support/factories";

useDatabase();

const LATER = at("2026-11-19T10:00");
const desk = { db: null as never, actor: carla, now: LATER };
const move = (ticketId: string, name: StatusInput["move"], now = LATER) => changeStatus({ ...desk, db: testDb(), now }, { ticketId, move: name });
const reason = (ticketId: string, submissionKey: string = randomUUID()) => ({ ticketId, body: "Volvió a fallar.", submissionKey });
const customer = (now = LATER) => ({ db: testDb(), actor: ana, now });

describe("the desk moves a ticket", () => {
  it.each<[StatusInput["move"], string, string]>([
    ["take_up", "open", "ticket.taken-up by Carla Ríos"],
    ["await_requester", "pending", "ticket.awaiting-requester by Carla Ríos"],
    ["put_on_hold", "on_hold", "ticket.put-on-hold by Carla Ríos"],
    ["solve", "solved", "ticket.solved by Carla Ríos"],
    ["close", "closed", "ticket.closed by Carla Ríos"],
  ])("%s leads from new to %s, and is written down", async (name, status, event) => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await move(id, name));
    expect(await ticketState(id)).toMatchObject({ status, updatedAt: "2026-11-19T10:00" });
    expect(await eventsOf(id)).toEqual(["ticket.opened by Ana Torres", event]);
  });

  it("where it is already nothing happens", async () => {
    const { id } = await pausedTicket({ at: NOON });
    unwrap(await move(id, "await_requester"));
    expect(await ticketState(id)).toMatchObject({ updatedAt: "2026-11-18T12:00" });
    expect((await targetOf(id, "first_response")).events).toHaveLength(2);
  });

  it("reopen makes an answer owed again", async () => {
    const { id } = await solvedTicket({ at: NOON });
    unwrap(await move(id, "reopen"));
    expect(await ticketState(id)).toMatchObject({ status: "open", solvedAt: null });
    // 48 h from Thursday 10:00: 8 on Thursday, 9 on each of four days to Wednesday 25th, 4 on Thursday 26th.
    expect(await targetOf(id, "next_response")).toMatchObject({ startedAt: "2026-11-19T10:00", dueAt: "2026-11-26T13:00" });
  });

  it.each<[string, () => Promise<{ id: string }>, StatusInput["move"]]>([
    ["open", () => newTicket({ at: NOON }), "reopen"],
    ["solved", () => solvedTicket({ at: NOON }), "solve"],
    ["solved", () => solvedTicket({ at: NOON }), "put_on_hold"],
    ["solved", () => solvedTicket({ at: NOON }), "take_up"],
  ])("MOVE_NOT_ALLOWED: from %s (%#)", async (_status, make, name) => {
    const { id } = await make();
    expect(await move(id, name)).toEqual({ ok: false, code: "MOVE_NOT_ALLOWED" });
  });

  it("TICKET_CLOSED and TICKET_MERGED: nothing moves what is over", async () => {
    const closed = await closedTicket({ at: NOON });
    expect(await move(closed.id, "reopen")).toEqual({ ok: false, code: "TICKET_CLOSED" });
    const { merged, survivor } = await mergedTicket({ at: NOON });
    expect(await move(merged.id, "take_up")).toEqual({ ok: false, code: "TICKET_MERGED", details: { reference: survivor.reference } });
  });
});

describe("closing", () => {
  it.each<[string, () => Promise<{ id: string }>]>([
    ["new", () => newTicket({ at: NOON })],
    ["pending", () => pendingTicket({ at: NOON })],
    ["paused", () => pausedTicket({ at: NOON })],
    ["on hold", () => ticketOnHold({ at: NOON })],
    ["solved", () => solvedTicket({ at: NOON })],
  ])("a ticket that is %s: nothing is owed any more", async (_state, make) => {
    const { id } = await make();
    unwrap(await closeTicket(customer(), { ticketId: id }));
    expect(await ticketState(id)).toMatchObject({ status: "closed", closedAt: "2026-11-19T10:00", nextDueAt: null });
    expect((await targetsOf(id)).filter((target) => target.fulfilledAt === null && target.cancelledAt === null)).toEqual([]);
    expect((await eventsOf(id)).at(-1)).toBe("ticket.closed by Ana Torres");
  });

  it("keeps what was kept: a promise that was fulfilled is not cancelled", async () => {
    const { id } = await solvedTicket({ at: NOON });
    unwrap(await closeTicket(customer(), { ticketId: id }));
    expect(await targetOf(id, "first_response")).toMatchObject({ fulfilledAt: "2026-11-18T12:00", cancelledAt: null });
  });

  it("an overdue ticket leaves the broken promise broken", async () => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await closeTicket(customer(at("2026-11-26T09:00")), { ticketId: id }));
    expect(await targetOf(id, "first_response")).toMatchObject({ cancelledAt: "2026-11-26T09:00", breachedAt: "2026-11-25T15:00" });
  });

  it("twice is refused the second time", async () => {
    const { id } = await closedTicket({ at: NOON });
    expect(await closeTicket(customer(), { ticketId: id })).toEqual({ ok: false, code: "TICKET_CLOSED" });
  });
});

describe("reopening by the customer", () => {
  it("is a message with the reason; an answer is owed from then", async () => {
    const { id } = await solvedTicket({ at: NOON });
    unwrap(await reopenTicket(customer(), reason(id)));
    expect(await ticketState(id)).toMatchObject({ status: "open", solvedAt: null, nextDueAt: "2026-11-26T13:00", lastCustomerMessageAt: "2026-11-19T10:00" });
    expect(await testDb().ticketMessage.count({ where: { ticketId: id, authorId: ana.userId, body: "Volvió a fallar." } })).toBe(1);
    expect((await eventsOf(id)).slice(-2)).toEqual(["ticket.replied by Ana Torres", "ticket.reopened by Ana Torres"]);
  });

  it("sent twice reopens once", async () => {
    const { id } = await solvedTicket({ at: NOON });
    const input = reason(id);
    const answers = await Promise.all([reopenTicket(customer(), input), reopenTicket(customer(), input)]);
    expect(answers).toEqual([{ ok: true, data: expect.anything() }, { ok: true, data: expect.anything() }]);
    expect((await eventsOf(id)).filter((event) => event.startsWith("ticket.reopened"))).toHaveLength(1);
    expect(await testDb().ticketMessage.count({ where: { ticketId: id, authorId: ana.userId } })).toBe(1);
  });

  it("of a closed ticket is refused, and of one that is not seen, not found", async () => {
    const closed = await closedTicket({ at: NOON });
    expect(await reopenTicket(customer(), reason(closed.id))).toEqual({ ok: false, code: "TICKET_CLOSED" });
    const hers = await solvedTicket({ at: NOON });
    expect(await reopenTicket({ ...customer(), actor: andres }, reason(hers.id))).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});

describe("the order of events", () => {
  it("is kept when a command carries an earlier instant than what happened already", async () => {
    const { id } = await newTicket({ at: at("2026-11-18T12:00") });
    unwrap(await move(id, "await_requester", at("2026-11-18T12:00:00.500")));
    unwrap(await move(id, "take_up", at("2026-11-18T12:00:00.200"))); // a process whose clock is behind
    expect((await targetOf(id, "first_response")).events).toEqual(["activated 2026-11-18T12:00", "paused 2026-11-18T12:00:00.5", "resumed 2026-11-18T12:00:00.5"]);
    expect(await ticketState(id)).toMatchObject({ updatedAt: "2026-11-18T12:00:00.5", status: "open" });
  });
});
