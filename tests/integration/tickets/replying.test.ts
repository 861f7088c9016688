import { randomUUID } from "node:crypto";
import type { CustomerActor } from "@/lib/auth/actor";
import { changeStatus } from "@/lib/tickets/commands/change-status";
import { findKeptDraft } from "@/lib/drafts/queries";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { breachJobsOf, eventsOf, targetOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, andres, carla, elena } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, keepDraft, mergedTicket, newTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const OPENED = "2026-11-18T12:00";

function customerWrites(ticketId: string, when: string, { by = ana, key = randomUUID() as string }: { by?: CustomerActor; key?: string } = {}) {
  return replyToTicket({ db: testDb(), actor: by, now: at(when) }, { ticketId, body: "Sigue sin funcionar.", submissionKey: key });
}

function deskWrites(ticketId: string, when: string, { by = carla, next = "open" as "open" | "pending" | "solved", key = randomUUID() as string } = {}) {
  return staffReply({ db: testDb(), actor: by, now: at(when) }, { ticketId, body: "Ya lo revisamos.", submissionKey: key, next });
}

async function deskMoves(ticketId: string, when: string, move: "await_requester" | "take_up" | "put_on_hold") {
  unwrap(await changeStatus({ db: testDb(), actor: carla, now: at(when) }, { ticketId, move }));
}

describe("the desk's reply", () => {
  it("keeps the promise as of the reply, takes the ticket, and leaves it open", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30"));
    expect(await targetOf(id, "first_response")).toMatchObject({
      dueAt: "2026-11-25T15:00",
      fulfilledAt: "2026-11-19T10:30",
      breachedAt: null,
      events: ["activated 2026-11-18T12:00", "fulfilled 2026-11-19T10:30"],
    });
    expect(await ticketState(id)).toMatchObject({ status: "open", assignee: "Carla Ríos", nextDueAt: null, lastAgentReplyAt: "2026-11-19T10:30", updatedAt: "2026-11-19T10:30" });
    expect(await eventsOf(id)).toEqual(["ticket.opened by Ana Torres", "ticket.replied by Carla Ríos", "ticket.assigned by Carla Ríos"]);
  });

  it("leaves the ticket with whoever has it", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-18T13:00", { by: carla }));
    unwrap(await deskWrites(id, "2026-11-18T14:00", { by: elena }));
    expect(await ticketState(id)).toMatchObject({ assignee: "Carla Ríos" });
  });

  it("at the due instant itself keeps the promise; a millisecond later it is broken, as of the due instant", async () => {
    const kept = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(kept.id, "2026-11-25T15:00"));
    expect(await targetOf(kept.id, "first_response")).toMatchObject({ fulfilledAt: "2026-11-25T15:00", breachedAt: null });

    const broken = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(broken.id, "2026-11-25T15:00:00.001"));
    expect(await targetOf(broken.id, "first_response")).toMatchObject({ breachedAt: "2026-11-25T15:00" });
  });

  it('with "pending" asks the customer: nothing is owed, and it is the customer\'s turn', async () => {
    const { id, reference } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30", { next: "pending" }));
    expect(await ticketState(id)).toMatchObject({ status: "pending", nextDueAt: null });
    const view = await findTicketForCustomer({ db: testDb(), actor: ana, now: at("2026-11-19T11:00") }, reference);
    expect(view).toMatchObject({ turn: "requester", promise: { state: "fulfilled" } });
    expect(await eventsOf(id)).toContain("ticket.awaiting-requester by Carla Ríos");
  });

  it('with "solved" solves', async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30", { next: "solved" }));
    expect(await ticketState(id)).toMatchObject({ status: "solved", solvedAt: "2026-11-19T10:30", nextDueAt: null });
    expect(await eventsOf(id)).toContain("ticket.solved by Carla Ríos");
  });

  it("on a solved ticket opens it again, and owes nothing by itself", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30", { next: "solved" }));
    unwrap(await deskWrites(id, "2026-11-20T10:00", { next: "open" }));
    expect(await ticketState(id)).toMatchObject({ status: "open", solvedAt: null, nextDueAt: null });
    expect(await eventsOf(id)).toContain("ticket.reopened by Carla Ríos");
  });

  it("sent twice writes once", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => deskWrites(id, "2026-11-19T10:30", { key })));
    expect(new Set(answers.map((answer) => unwrap(answer).messageId)).size).toBe(1);
    expect(await testDb().ticketMessage.count({ where: { ticketId: id } })).toBe(1);
    expect((await eventsOf(id)).filter((event) => event.startsWith("ticket.replied"))).toHaveLength(1);
  });
});

describe("the customer's reply", () => {
  it("after an answer makes the next one owed, counted from the message", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30"));
    unwrap(await customerWrites(id, "2026-11-20T16:00"));
    // 48 h: 2 on Friday 20th, 9 on each of the five days from the 23rd to the 27th, 1 on Monday 30th.
    expect(await targetOf(id, "next_response")).toMatchObject({ minutes: 2880, startedAt: "2026-11-20T16:00", dueAt: "2026-11-30T10:00", fulfilledAt: null });
    expect(await ticketState(id)).toMatchObject({ status: "open", nextDueAt: "2026-11-30T10:00", lastCustomerMessageAt: "2026-11-20T16:00" });
  });

  it("while an answer is owed changes no date: the older promise stands", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await customerWrites(id, "2026-11-19T09:00"));
    expect((await targetsOf(id)).map((target) => [target.kind, target.dueAt])).toEqual([["first_response", "2026-11-25T15:00"]]);
    expect(await ticketState(id)).toMatchObject({ status: "new" });

    unwrap(await deskWrites(id, "2026-11-19T10:30"));
    unwrap(await customerWrites(id, "2026-11-20T16:00"));
    unwrap(await customerWrites(id, "2026-11-23T09:30"));
    expect((await targetsOf(id)).map((target) => [target.kind, target.dueAt])).toEqual([["first_response", "2026-11-25T15:00"], ["next_response", "2026-11-30T10:00"]]);
  });

  it("answered in turn, each owed answer is a promise of its own", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-18T13:00"));
    unwrap(await customerWrites(id, "2026-11-18T14:00"));
    unwrap(await deskWrites(id, "2026-11-18T15:00"));
    unwrap(await customerWrites(id, "2026-11-18T16:00"));
    expect((await targetsOf(id)).map((target) => [target.kind, target.startedAt, target.fulfilledAt])).toEqual([
      ["first_response", "2026-11-18T12:00", "2026-11-18T13:00"],
      ["next_response", "2026-11-18T14:00", "2026-11-18T15:00"],
      ["next_response", "2026-11-18T16:00", null],
    ]);
  });

  it("on a solved ticket reopens it", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-19T10:30", { next: "solved" }));
    unwrap(await customerWrites(id, "2026-11-20T16:00"));
    expect(await ticketState(id)).toMatchObject({ status: "open", solvedAt: null, nextDueAt: "2026-11-30T10:00" });
    expect(await eventsOf(id)).toContain("ticket.reopened by Ana Torres");
  });

  it("by a manager counts on a colleague's ticket; it stays the colleague's", async () => {
    const { id } = await newTicket({ by: andres, at: at(OPENED) });
    unwrap(await customerWrites(id, "2026-11-18T13:00", { by: ana }));
    expect(await testDb().ticket.findUniqueOrThrow({ where: { id } })).toMatchObject({ requesterId: andres.userId });
  });

  it("takes its draft away", async () => {
    const ctx = { db: testDb(), actor: ana, now: at(OPENED) };
    const { id } = await newTicket({ at: at(OPENED) });
    await keepDraft(ctx, { slot: `reply:${id}`, data: { body: "A medias" } });
    unwrap(await customerWrites(id, "2026-11-18T13:00"));
    expect(await findKeptDraft(ctx, `reply:${id}`)).toBeNull();
  });

  it("sent twice writes once, also when five arrive at once", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await deskWrites(id, "2026-11-18T13:00"));
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => customerWrites(id, "2026-11-18T14:00", { key })));
    expect(new Set(answers.map((answer) => unwrap(answer).messageId)).size).toBe(1);
    expect((await targetsOf(id)).filter((target) => target.kind === "next_response")).toHaveLength(1);
  });
});

describe("the clock while the customer must act", () => {
  it("waits, and goes on with what had run", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-19T10:00", "await_requester");
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: null, pausedAt: "2026-11-19T10:00", fulfilledAt: null });
    expect(await ticketState(id)).toMatchObject({ status: "pending", nextDueAt: null });

    unwrap(await customerWrites(id, "2026-11-20T16:00"));
    // 7 of the 48 hours had run (6 on Wednesday, 1 on Thursday). The other 41: 2 on Friday 20th, 9 on each day from 23rd to 26th, 3 on Friday 27th.
    expect(await targetOf(id, "first_response")).toMatchObject({
      dueAt: "2026-11-27T12:00",
      pausedAt: null,
      events: ["activated 2026-11-18T12:00", "paused 2026-11-19T10:00", "resumed 2026-11-20T16:00"],
    });
    expect(await ticketState(id)).toMatchObject({ status: "open", nextDueAt: "2026-11-27T12:00" });
    expect((await breachJobsOf(id)).map((job) => job.startAfter)).toEqual(["2026-11-25T15:00:01", "2026-11-27T12:00:01"]);
  });

  it("goes on when the desk takes the ticket up by itself", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-19T10:00", "await_requester");
    await deskMoves(id, "2026-11-20T16:00", "take_up");
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-27T12:00", pausedAt: null });
  });

  it("runs on while the desk waits for a third party", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-19T10:00", "put_on_hold");
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-25T15:00", events: ["activated 2026-11-18T12:00"] });
    expect(await ticketState(id)).toMatchObject({ status: "on_hold", nextDueAt: "2026-11-25T15:00" });
  });

  it("is kept by a reply that comes meanwhile, with the date that it would have had", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-19T10:00", "await_requester");
    unwrap(await deskWrites(id, "2026-11-20T16:00"));
    expect(await targetOf(id, "first_response")).toMatchObject({ fulfilledAt: "2026-11-20T16:00", pausedAt: null, dueAt: "2026-11-27T12:00", breachedAt: null });
  });

  it("that had run out before keeps its date, and burns no more in the queue while it waits", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-26T10:00", "await_requester");
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-25T15:00", pausedAt: "2026-11-26T10:00" });
    expect(await ticketState(id)).toMatchObject({ nextDueAt: null });
    unwrap(await customerWrites(id, "2026-11-27T10:00"));
    expect(await ticketState(id)).toMatchObject({ nextDueAt: "2026-11-25T15:00" });
  });

  it("waits twice and counts neither wait", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await deskMoves(id, "2026-11-18T13:00", "await_requester");
    unwrap(await customerWrites(id, "2026-11-18T14:00")); // an hour lost
    await deskMoves(id, "2026-11-18T15:00", "await_requester");
    unwrap(await customerWrites(id, "2026-11-18T17:00")); // two more
    expect(await targetOf(id, "first_response")).toMatchObject({ dueAt: "2026-11-25T18:00" }); // 15:00 and three hours
  });
});

describe("refused", () => {
  it("TICKET_CLOSED on a closed ticket, for both sides", async () => {
    const { id } = await closedTicket({ at: at(OPENED) });
    expect(await customerWrites(id, "2026-11-18T13:00")).toEqual({ ok: false, code: "TICKET_CLOSED" });
    expect(await deskWrites(id, "2026-11-18T13:00")).toEqual({ ok: false, code: "TICKET_CLOSED" });
  });

  it("TICKET_MERGED on a merged ticket, with where to write instead", async () => {
    const { merged, survivor } = await mergedTicket({ at: at(OPENED) });
    const refusal = { ok: false, code: "TICKET_MERGED", details: { reference: survivor.reference } };
    expect(await customerWrites(merged.id, "2026-11-18T13:00")).toEqual(refusal);
    expect(await deskWrites(merged.id, "2026-11-18T13:00")).toEqual(refusal);
  });

  it("NOT_FOUND where there is no such ticket", async () => {
    expect(await customerWrites(randomUUID(), "2026-11-18T13:00")).toEqual({ ok: false, code: "NOT_FOUND" });
    expect(await deskWrites(randomUUID(), "2026-11-18T13:00")).toEqual({ ok: false, code: "NOT_FOUND" });
  });
});
