import { randomUUID } from "node:crypto";
import { openTicket } from "@/lib/tickets/commands/open-ticket";
import { findKeptDraft } from "@/lib/drafts/queries";
import { findTicketForCustomer, listCustomerTickets } from "@/lib/tickets/queries";
import { toDate } from "@/lib/time/instants";
import { breachJobsOf, eventsOf, targetOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, andres, bruno, ORGANIZATIONS, PRODUCTS } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { keepDraft, newTicket, openInput, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const anaAt = (now: Temporal.Instant) => ({ db: testDb(), actor: ana, now });

describe("the promise of a new ticket", () => {
  it("is 48 business hours for media: 6 on Wednesday, 9 on each of four days, 6 on the next Wednesday", async () => {
    const { id } = await newTicket({ at: at("2026-11-18T12:00"), priority: "medium" });
    expect(await targetOf(id, "first_response")).toEqual({
      kind: "first_response",
      minutes: 2880,
      startedAt: "2026-11-18T12:00",
      dueAt: "2026-11-25T15:00",
      pausedAt: null,
      fulfilledAt: null,
      cancelledAt: null,
      breachedAt: null,
      events: ["activated 2026-11-18T12:00"],
    });
    expect(await ticketState(id)).toMatchObject({ nextDueAt: "2026-11-25T15:00" });
  });

  it("is 72 business hours for baja", async () => {
    // 6 on Wednesday 18th, 9 on each of the seven working days from the 19th to the 27th, 3 on Monday 30th.
    const { id } = await newTicket({ at: at("2026-11-18T12:00"), priority: "low" });
    expect(await targetOf(id, "first_response")).toMatchObject({ minutes: 4320, dueAt: "2026-11-30T12:00" });
  });

  it("begins with the next opening: Saturday before a Monday of rest waits for Tuesday", async () => {
    // Nothing on the 14th, 15th and 16th (Revolución); then 9 on each of five days, and 3 on Tuesday 24th.
    const { id } = await newTicket({ at: at("2026-11-14T10:00"), priority: "medium" });
    expect(await targetOf(id, "first_response")).toMatchObject({ startedAt: "2026-11-14T10:00", dueAt: "2026-11-24T12:00" });
  });

  it("is an answer and not a solution, as the policy says", async () => {
    const { id } = await newTicket();
    expect((await targetsOf(id)).map((target) => target.kind)).toEqual(["first_response"]);
  });

  it("is shown to the customer with the steps that lead to it", async () => {
    const { reference } = await newTicket({ by: ana, at: NOON });
    const view = await findTicketForCustomer(anaAt(NOON), reference);
    expect(view?.promise).toMatchObject({
      kind: "first_response",
      state: "running",
      minutes: 2880,
      clock: "business-hours",
      remainingMinutes: 2880,
      isBreached: false,
      dueAt: "2026-11-25T21:00:00Z", // 15:00 in Mexico City
      timeZone: "America/Mexico_City",
    });
    expect(view?.promise?.steps.length).toBeGreaterThan(1);
  });

  it("is watched: a job comes a second after it would break", async () => {
    const { id } = await newTicket({ at: NOON });
    const target = await testDb().ticketSlaTarget.findFirstOrThrow({ where: { ticketId: id } });
    expect(await breachJobsOf(id)).toEqual([{ name: "sla.record-breach", data: { targetId: target.id }, startAfter: "2026-11-25T15:00:01" }]);
  });
});

describe("a new ticket", () => {
  it("is new, its requester's and the organization's, and nobody's to answer yet", async () => {
    const { id, reference } = await newTicket({ by: andres, at: NOON, productId: PRODUCTS.acmeMail.id });
    expect(reference).toMatch(/^IMP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await ticketState(id)).toMatchObject({ status: "new", assignee: null, updatedAt: "2026-11-18T12:00", lastCustomerMessageAt: "2026-11-18T12:00", lastAgentReplyAt: null });
    const row = await testDb().ticket.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ requesterId: andres.userId, organizationId: ORGANIZATIONS.acme.id, productId: PRODUCTS.acmeMail.id });
    expect(await eventsOf(id)).toEqual(["ticket.opened by Andrés Luna"]);
  });

  it("can be found by its words at once", async () => {
    const { reference } = await newTicket({ by: bruno, subject: "Los ornitorrincos del zoológico", body: "No aparecen en el mapa." });
    const found = await listCustomerTickets({ db: testDb(), actor: bruno, now: NOON }, { filter: "all", search: "ornitorrinco" });
    expect(found.items.map((item) => item.reference)).toEqual([reference]);
  });

  it("takes its draft away, and no other", async () => {
    const reply = `reply:${randomUUID()}`;
    await keepDraft(anaAt(NOON), { slot: "new", data: { subject: "A medias" } });
    await keepDraft(anaAt(NOON), { slot: reply, data: { body: "Otra cosa" } });
    await newTicket({ by: ana });
    expect(await findKeptDraft(anaAt(NOON), "new")).toBeNull();
    expect((await findKeptDraft(anaAt(NOON), reply))?.data).toEqual({ body: "Otra cosa" });
  });

  it("is to the millisecond when it was sent, whatever finer clock the machine has", async () => {
    const { id } = await newTicket({ at: NOON.add({ nanoseconds: 123_456_789 }) });
    expect(await targetOf(id, "first_response")).toMatchObject({ startedAt: "2026-11-18T12:00:00.123", dueAt: "2026-11-25T15:00:00.123" });
  });
});

describe("the same form sent again", () => {
  it("makes one ticket", async () => {
    const input = await openInput();
    const first = unwrap(await openTicket(anaAt(NOON), input));
    const again = unwrap(await openTicket(anaAt(NOON.add({ minutes: 5 })), input));
    expect(again).toEqual(first);
  });

  it("is told where it went when its text was changed meanwhile in another tab, so that nothing is lost", async () => {
    const input = await openInput();
    const first = unwrap(await openTicket(anaAt(NOON), input));
    for (const changed of [{ subject: "Otra cosa" }, { body: "Y además otra cosa" }]) {
      const again = await openTicket(anaAt(NOON.add({ minutes: 5 })), { ...input, ...changed });
      expect(again).toEqual({ ok: false, code: "ALREADY_SENT", details: { reference: first.reference } });
    }
    expect(await testDb().ticket.count({ where: { submissionKey: input.submissionKey } })).toBe(1);
  });

  it("makes one ticket when it is sent ten times at once", async () => {
    const input = await openInput();
    const answers = await Promise.all(Array.from({ length: 10 }, () => openTicket(anaAt(NOON), input)));
    const ids = new Set(answers.map((answer) => unwrap(answer).id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    expect(await testDb().ticket.count({ where: { submissionKey: input.submissionKey } })).toBe(1);
    expect(await targetsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toEqual(["ticket.opened by Ana Torres"]);
    expect(await breachJobsOf(id)).toHaveLength(1);
  });

  it("makes one ticket when clicks come one after the other while the first is under way", async () => {
    const input = await openInput();
    const answers = [];
    for (let click = 0; click < 40; click += 1) {
      answers.push(openTicket(anaAt(NOON), input));
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    const codes = (await Promise.all(answers)).map((answer) => (answer.ok ? answer.data.id : answer.code));
    expect([...new Set(codes)]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it("makes two tickets when two people happen to send the same key", async () => {
    const submissionKey = randomUUID();
    const hers = await newTicket({ by: ana, submissionKey });
    const his = await newTicket({ by: bruno, submissionKey });
    expect(his.id).not.toBe(hers.id);
  });
});

describe("refused, with nothing written", () => {
  it.each<[string, Parameters<typeof openInput>[0]]>([
    ["UNKNOWN_DEPARTMENT", { departmentId: randomUUID() }],
    ["UNKNOWN_PRODUCT", { productId: randomUUID() }],
    ["UNKNOWN_PRODUCT", { productId: PRODUCTS.globexHosting.id }],
    ["PRIORITY_NOT_ALLOWED", { priority: "high" }],
  ])("%s: %j", async (code, overrides) => {
    const before = await testDb().ticket.count();
    expect(await openTicket(anaAt(NOON), await openInput(overrides))).toMatchObject({ ok: false, code });
    expect(await testDb().ticket.count()).toBe(before);
  });

  it("UNKNOWN_DEPARTMENT: one that takes no more tickets", async () => {
    const { id } = await testDb().department.create({ data: { slug: "antes", name: "Antes", description: "", position: 99, isActive: false } });
    expect(await openTicket(anaAt(NOON), await openInput({ departmentId: id }))).toMatchObject({ ok: false, code: "UNKNOWN_DEPARTMENT" });
  });

  it("TOO_MANY_TICKETS: the thirty-first within an hour; an hour later it goes through", async () => {
    const morning = at("2026-12-02T10:00");
    for (let minute = 0; minute < 30; minute += 1) {
      await ticketRow({ requester: andres, createdAt: toDate(morning.add({ minutes: minute })) });
    }
    const input = await openInput();
    const send = (now: Temporal.Instant) => openTicket({ db: testDb(), actor: andres, now }, input);
    expect(await send(morning.add({ minutes: 30 }))).toMatchObject({ ok: false, code: "TOO_MANY_TICKETS" });
    expect(await send(morning.add({ minutes: 60 }))).toMatchObject({ ok: true });
  });
});
