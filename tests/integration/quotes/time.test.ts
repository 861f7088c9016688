import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import { postTime } from "@/lib/quotes/commands/post-time";
import { reverseTime } from "@/lib/quotes/commands/reverse-time";
import { findWork, listOwnWork } from "@/lib/quotes/work-queries";
import type { PostTimeInput } from "@/lib/quotes/work-schema";
import { authorisedEstimate, authorisedEvent } from "@/tests/support/authorised-quotes";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const ctx = (actor: StaffActor = carla) => ({ db: testDb(), actor, now: NOON });

function entry(ticketId: string, changes: Partial<PostTimeInput> = {}): PostTimeInput {
  return { ticketId, startedAt: at("2026-11-18T10:00"), minutes: 30, description: "Se revisó el registro SPF.", isBillable: true, submissionKey: randomUUID(), ...changes };
}

describe("posting time", () => {
  it("counts under the authorisation in force, rounded up by the contract", async () => {
    const { ticket, quoteReference } = await authorisedEstimate();
    const posted = unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 16 })));
    expect(posted.billableMinutes).toBe(30);
    const work = (await findWork(ctx(), ticket.reference))!;
    expect(work).toMatchObject({ gate: null, workedMinutes: 16, billableMinutes: 30, inForce: { reference: quoteReference, usedMinutes: 30, leftMinutes: 90 } });
    expect(work.entries).toMatchObject([{ id: posted.entryId, agentName: "Carla Ríos", minutes: 16, billableMinutes: 30, canReverse: true }]);
    const events = await testDb().ticketEvent.findMany({ where: { ticketId: ticket.id }, select: { type: true, data: true } });
    expect(events).toEqual([{ type: "time.posted", data: { entryId: posted.entryId, minutes: "16" } }]);
  });

  it("counts by the minute where it is paid per event", async () => {
    const { ticket } = await authorisedEvent();
    expect(unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 16 }))).billableMinutes).toBe(16);
  });

  it("is refused as billable before anybody authorised it, and the page says why", async () => {
    const ticket = await ticketRow({ isPaid: true });
    expect(await postTime(ctx(), entry(ticket.id))).toMatchObject({ ok: false, code: "QUOTE_NEEDED" });
    expect(await findWork(ctx(), ticket.reference)).toMatchObject({ gate: "QUOTE_NEEDED", inForce: null, entries: [] });
    // What is not billed needs nobody's leave.
    expect(unwrap(await postTime(ctx(), entry(ticket.id, { isBillable: false }))).billableMinutes).toBe(0);
  });

  it("is refused where it would pass the estimate, with what is left", async () => {
    const { ticket, quoteReference } = await authorisedEstimate();
    unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 100 })));
    expect(await postTime(ctx(), entry(ticket.id, { minutes: 20 }))).toEqual({ ok: false, code: "OVER_ESTIMATE", details: { reference: quoteReference, left: 15, leftText: "15 min", askedText: "30 min", ticket: ticket.reference } });
    expect(unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 15 }))).billableMinutes).toBe(15);
    expect(await testDb().timeEntry.count({ where: { ticketId: ticket.id } })).toBe(2);
  });

  it("is refused for what was worked before the authorisation, and for what has not been worked yet", async () => {
    const { ticket } = await authorisedEstimate();
    expect(await postTime(ctx(), entry(ticket.id, { startedAt: at("2026-11-18T09:00") }))).toMatchObject({ code: "TIME_BEFORE_AUTHORISATION" });
    expect(await postTime(ctx(), entry(ticket.id, { startedAt: at("2026-11-18T11:45") }))).toMatchObject({ code: "TIME_IN_FUTURE" });
  });

  it("writes once what is sent twice, one after the other or at once, and refuses another text under the same key", async () => {
    const { ticket } = await authorisedEstimate();
    const input = entry(ticket.id);
    const answers = await Promise.all([postTime(ctx(), input), postTime(ctx(), input)]);
    expect(await postTime(ctx(), input)).toEqual(answers[0]);
    expect(answers[1]).toEqual(answers[0]);
    expect(await postTime(ctx(), { ...input, minutes: 45 })).toMatchObject({ code: "ALREADY_SENT", details: { reference: ticket.reference } });
    expect(await testDb().timeEntry.count({ where: { ticketId: ticket.id } })).toBe(1);
  });

  it("spends the estimate once: of ten people at once with a quarter of an hour each for two hours, eight pass", async () => {
    const { ticket, quoteId } = await authorisedEstimate();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => postTime(ctx([carla, elena, diego][index % 3]), entry(ticket.id, { minutes: 15 }))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(8);
    expect(answers.flatMap((answer) => (answer.ok ? [] : [answer.code]))).toEqual(["OVER_ESTIMATE", "OVER_ESTIMATE"]);
    expect((await testDb().timeEntry.aggregate({ where: { quoteId }, _sum: { billableMinutes: true } }))._sum.billableMinutes).toBe(120);
  });

  it("is refused on a closed ticket", async () => {
    const { id } = await closedTicket();
    expect(await postTime(ctx(), entry(id, { isBillable: false }))).toMatchObject({ code: "TICKET_CLOSED" });
  });
});

it("takes what has no beginning for what has just ended", async () => {
  const { ticket } = await authorisedEstimate();
  const input = { ...entry(ticket.id), startedAt: undefined };
  const first = await postTime(ctx(), input);
  expect(await postTime({ ...ctx(), now: at("2026-11-18T12:01") }, input)).toEqual(first);
  expect((await testDb().timeEntry.findFirstOrThrow({ where: { ticketId: ticket.id } })).startedAt).toEqual(new Date(at("2026-11-18T11:30").epochMilliseconds));
});

describe("taking time back", () => {
  it("writes an entry of its own with a reason, and gives the minutes back to the estimate", async () => {
    const { ticket } = await authorisedEstimate();
    const { entryId } = unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 120 })));
    const reversal = { entryId, reason: "Era de otro ticket.", submissionKey: randomUUID() };
    const first = unwrap(await reverseTime({ ...ctx(), now: at("2026-11-18T12:05") }, reversal));
    expect(unwrap(await reverseTime(ctx(), reversal))).toEqual(first);
    const work = (await findWork(ctx(), ticket.reference))!;
    expect(work).toMatchObject({ workedMinutes: 0, billableMinutes: 0, inForce: { leftMinutes: 120 } });
    expect(work.entries).toMatchObject([
      { minutes: -120, billableMinutes: -120, description: "Era de otro ticket.", isReversal: true, canReverse: false },
      { minutes: 120, isReversed: true, canReverse: false },
    ]);
    expect(await listOwnWork({ ...ctx(), actor: ana }, ticket.id)).toMatchObject([{ entries: [], usedMinutes: 0 }]);
  });

  it("happens once, however many press at once", async () => {
    const { ticket } = await authorisedEstimate();
    const { entryId } = unwrap(await postTime(ctx(), entry(ticket.id)));
    const answers = await Promise.all([carla, diego].map((actor) => reverseTime(ctx(actor), { entryId, reason: "Error", submissionKey: randomUUID() })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["TIME_REVERSED", "ok"]);
  });

  it("is for whoever wrote it and for administrators, and never of a reversal", async () => {
    const { ticket } = await authorisedEstimate();
    const { entryId } = unwrap(await postTime(ctx(), entry(ticket.id)));
    expect(await reverseTime(ctx(elena), { entryId, reason: "Error", submissionKey: randomUUID() })).toMatchObject({ code: "FORBIDDEN" });
    const reversal = unwrap(await reverseTime(ctx(diego), { entryId, reason: "Error", submissionKey: randomUUID() }));
    expect(await reverseTime(ctx(diego), { entryId: reversal.entryId, reason: "Error", submissionKey: randomUUID() })).toMatchObject({ code: "TIME_REVERSED" });
  });
});

it("shows a customer the billable entries alone", async () => {
  const { ticket, quoteReference } = await authorisedEstimate();
  unwrap(await postTime(ctx(), entry(ticket.id, { minutes: 10 })));
  unwrap(await postTime(ctx(), entry(ticket.id, { isBillable: false, description: "Nota de la mesa" })));
  const work = await listOwnWork({ ...ctx(), actor: ana }, ticket.id);
  expect(work).toMatchObject([{ reference: quoteReference, estimatedMinutes: 120, usedMinutes: 15, closing: null, entries: [{ billableMinutes: 15, description: "Se revisó el registro SPF." }] }]);
  expect(JSON.stringify(work)).not.toContain("Nota de la mesa");
});
