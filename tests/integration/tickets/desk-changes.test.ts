import { randomUUID } from "node:crypto";
import { assignTicket } from "@/lib/tickets/commands/assign-ticket";
import { changeDepartment } from "@/lib/tickets/commands/change-department";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { recordBreachJob } from "@/lib/tickets/jobs";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { mintSystem } from "@/lib/auth/mint";
import { breachJobsOf, eventsOf, targetOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { answeredTicket, closedTicket, departmentId, mergedTicket, newTicket, pausedTicket, underContract, unwrap } from "@/tests/support/factories";

useDatabase();

const LATER = at("2026-11-19T10:00");
const desk = (now = LATER) => ({ db: testDb(), actor: carla, now });

describe("assigning", () => {
  it("gives the ticket to somebody of the desk, and says who had it before", async () => {
    const { id, reference } = await newTicket({ at: NOON });
    unwrap(await assignTicket(desk(), { ticketId: id, assigneeId: elena.userId }));
    unwrap(await assignTicket(desk(), { ticketId: id, assigneeId: diego.userId }));
    expect(await ticketState(id)).toMatchObject({ assignee: "Diego Mora", status: "new", updatedAt: "2026-11-19T10:00", nextDueAt: "2026-11-25T15:00" });
    const view = await findTicketForStaff(desk(), reference);
    const sentences = view!.thread.flatMap((entry) => (entry.entry === "event" && entry.type === "ticket.assigned" ? [entry.data] : []));
    expect(sentences).toEqual([{ to: "Elena Cruz" }, { from: "Elena Cruz", to: "Diego Mora" }]);
  });

  it("to nobody takes it back", async () => {
    const { id } = await answeredTicket({ at: NOON });
    unwrap(await assignTicket(desk(), { ticketId: id, assigneeId: undefined }));
    expect(await ticketState(id)).toMatchObject({ assignee: null });
  });

  it("to who has it already is no event", async () => {
    const { id } = await answeredTicket({ at: NOON });
    const before = await eventsOf(id);
    unwrap(await assignTicket(desk(), { ticketId: id, assigneeId: carla.userId }));
    expect(await eventsOf(id)).toEqual(before);
  });

  it.each([
    ["a customer", ana.userId],
    ["nobody known", randomUUID()],
  ])("UNKNOWN_ASSIGNEE: %s", async (_who, assigneeId) => {
    const { id } = await newTicket({ at: NOON });
    expect(await assignTicket(desk(), { ticketId: id, assigneeId })).toEqual({ ok: false, code: "UNKNOWN_ASSIGNEE" });
  });

  it("UNKNOWN_ASSIGNEE: somebody of the desk who is suspended", async () => {
    const { id } = await newTicket({ at: NOON });
    const former = await testDb().user.create({ data: { email: "antes@impera.example", name: "Antes", role: "agent", suspendedAt: new Date("2026-11-01T00:00:00Z") } });
    expect(await assignTicket(desk(), { ticketId: id, assigneeId: former.id })).toEqual({ ok: false, code: "UNKNOWN_ASSIGNEE" });
  });
});

describe("another priority", () => {
  it("changes the date, counted from when the promise began", async () => {
    const { id } = await newTicket({ at: at("2026-11-18T12:00"), priority: "medium" });
    await underContract(id);
    unwrap(await changePriority(desk(), { ticketId: id, priority: "high" }));
    // 24 h: 6 on Wednesday, 9 on Thursday, 9 on Friday: to closing time.
    expect(await targetOf(id, "first_response")).toMatchObject({ minutes: 1440, startedAt: "2026-11-18T12:00", dueAt: "2026-11-20T18:00" });
    expect(await ticketState(id)).toMatchObject({ priority: "high", nextDueAt: "2026-11-20T18:00" });

    unwrap(await changePriority(desk(), { ticketId: id, priority: "low" }));
    expect(await targetOf(id, "first_response")).toMatchObject({ minutes: 4320, dueAt: "2026-11-30T12:00" });
    expect((await breachJobsOf(id)).map((job) => job.startAfter)).toEqual(["2026-11-20T18:00:01", "2026-11-25T15:00:01", "2026-11-30T12:00:01"]);
    expect((await eventsOf(id)).slice(1)).toEqual(["ticket.priority-changed by Carla Ríos", "ticket.priority-changed by Carla Ríos"]);
  });

  it("leaves a promise that waits without a date, and counts the other minutes when it goes on", async () => {
    const { id } = await pausedTicket({ at: at("2026-11-18T12:00") });
    await underContract(id);
    unwrap(await changePriority(desk(), { ticketId: id, priority: "high" }));
    expect(await targetOf(id, "first_response")).toMatchObject({ minutes: 1440, dueAt: null, pausedAt: "2026-11-18T12:00" });
    expect(await ticketState(id)).toMatchObject({ nextDueAt: null });
  });

  it("whose date has passed already is broken as of that date, once the job has recorded it", async () => {
    const { id } = await newTicket({ at: at("2026-11-18T12:00"), priority: "medium" });
    const monday = at("2026-11-23T10:00");
    await underContract(id);
    unwrap(await changePriority(desk(monday), { ticketId: id, priority: "high" }));
    const target = await testDb().ticketSlaTarget.findFirstOrThrow({ where: { ticketId: id } });
    const job = { db: testDb(), actor: mintSystem(), now: monday.add({ seconds: 3 }) };
    await recordBreachJob.run(job, { targetId: target.id });
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-20T18:00", breachedAt: "2026-11-20T18:00" });
    expect((await eventsOf(id)).at(-1)).toBe("sla.breached by the system");

    unwrap(await changePriority(desk(monday), { ticketId: id, priority: "low" }));
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-30T12:00", breachedAt: null });
  });

  it("that it has already is no event, and kept promises stay as they were", async () => {
    const { id } = await answeredTicket({ at: at("2026-11-18T12:00") });
    const before = await eventsOf(id);
    unwrap(await changePriority(desk(), { ticketId: id, priority: "medium" }));
    expect(await eventsOf(id)).toEqual(before);
    await underContract(id);
    unwrap(await changePriority(desk(), { ticketId: id, priority: "high" }));
    expect(await targetOf(id, "first_response")).toMatchObject({ minutes: 2880, dueAt: "2026-11-25T15:00", fulfilledAt: "2026-11-18T12:00" });
  });
});

describe("another department", () => {
  it("is written down by name, and moves no date", async () => {
    const { id, reference } = await newTicket({ at: NOON });
    unwrap(await changeDepartment(desk(), { ticketId: id, departmentId: await departmentId("facturacion") }));
    const view = await findTicketForStaff(desk(), reference);
    expect(view).toMatchObject({ department: { name: "Facturación" }, promise: { dueAt: "2026-11-25T21:00:00Z" } });
    expect(view!.thread.at(-1)).toMatchObject({ entry: "event", data: { from: "Soporte técnico", to: "Facturación" } });
  });

  it("UNKNOWN_DEPARTMENT: one that does not exist, or takes no more tickets", async () => {
    const { id } = await newTicket({ at: NOON });
    expect(await changeDepartment(desk(), { ticketId: id, departmentId: randomUUID() })).toEqual({ ok: false, code: "UNKNOWN_DEPARTMENT" });
    const gone = await testDb().department.create({ data: { slug: "antes", name: "Antes", description: "", position: 99, isActive: false } });
    expect(await changeDepartment(desk(), { ticketId: id, departmentId: gone.id })).toEqual({ ok: false, code: "UNKNOWN_DEPARTMENT" });
  });
});

describe("a ticket that is over", () => {
  it("is assigned, moved or given a priority no more", async () => {
    for (const { id } of [await closedTicket({ at: NOON }), (await mergedTicket({ at: NOON })).merged]) {
      const refusal = { ok: false, code: "TICKET_CLOSED" };
      expect(await assignTicket(desk(), { ticketId: id, assigneeId: elena.userId })).toEqual(refusal);
      expect(await changePriority(desk(), { ticketId: id, priority: "high" })).toEqual(refusal);
      expect(await changeDepartment(desk(), { ticketId: id, departmentId: await departmentId("facturacion") })).toEqual(refusal);
    }
  });
});
