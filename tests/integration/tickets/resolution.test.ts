import { randomUUID } from "node:crypto";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { findTicketForCustomer } from "@/lib/tickets/queries";
import { findTicketForStaff } from "@/lib/tickets/staff-queries";
import { targetOf, targetsOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, underContract, unwrap } from "@/tests/support/factories";

useDatabase();

const HOUR = 60;

/** An operator who promises solutions too: 90 business hours for media, 45 for alta, none for baja. */
beforeAll(async () => {
  await testDb().slaPolicyVersion.create({
    data: {
      version: 2,
      clock: "business_hours",
      lowResponseMinutes: 72 * HOUR,
      mediumResponseMinutes: 48 * HOUR,
      highResponseMinutes: 24 * HOUR,
      mediumResolutionMinutes: 90 * HOUR,
      highResolutionMinutes: 45 * HOUR,
    },
  });
});

const OPENED = "2026-11-18T12:00";
const desk = (when: string) => ({ db: testDb(), actor: carla, now: at(when) });
const customer = (when: string) => ({ db: testDb(), actor: ana, now: at(when) });
const message = (ticketId: string) => ({ ticketId, body: "Texto.", submissionKey: randomUUID() });

describe("an objective for solving", () => {
  it("is stamped beside the answer: 90 business hours from Wednesday noon", async () => {
    // 6 on Wednesday 18th, 9 on each of the nine working days from the 19th to 1 December, 3 on Wednesday 2 December.
    const { id } = await newTicket({ at: at(OPENED) });
    expect(await targetOf(id, "resolution")).toMatchObject({ minutes: 5400, dueAt: "2026-12-02T12:00" });
    expect(await ticketState(id)).toMatchObject({ nextDueAt: "2026-11-25T15:00" }); // the answer is due first
  });

  it("is none where the policy promises none", async () => {
    const { id } = await newTicket({ at: at(OPENED), priority: "low" });
    expect((await targetsOf(id)).map((target) => target.kind)).toEqual(["first_response"]);
  });

  it("runs on after the answer, and then orders the queue", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await staffReply(desk("2026-11-19T10:30"), { ...message(id), next: "open" }));
    expect(await ticketState(id)).toMatchObject({ nextDueAt: "2026-12-02T12:00" });
  });

  it("waits while the customer must act: 18 working hours later by as much", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await staffReply(desk("2026-11-19T10:30"), { ...message(id), next: "pending" }));
    expect(await targetOf(id, "resolution")).toMatchObject({ dueAt: null, pausedAt: "2026-11-19T10:30" });
    expect(await ticketState(id)).toMatchObject({ nextDueAt: null });

    // Lost: 7.5 hours on Thursday, 9 on Friday, 1.5 on Monday = 18. From 2 December 12:00: 6 + 9 + 3.
    unwrap(await replyToTicket(customer("2026-11-23T10:30"), message(id)));
    expect(await targetOf(id, "resolution")).toMatchObject({ dueAt: "2026-12-04T12:00", pausedAt: null });
  });

  it("is kept by solving, with a reply or without", async () => {
    const one = await newTicket({ at: at(OPENED) });
    unwrap(await staffReply(desk("2026-11-19T10:30"), { ...message(one.id), next: "solved" }));
    expect(await targetOf(one.id, "resolution")).toMatchObject({ fulfilledAt: "2026-11-19T10:30" });

    const other = await newTicket({ at: at(OPENED) });
    unwrap(await changeStatus(desk("2026-11-19T11:00"), { ticketId: other.id, move: "solve" }));
    expect((await targetsOf(other.id)).map((target) => [target.kind, target.fulfilledAt])).toEqual([
      ["first_response", "2026-11-19T11:00"],
      ["resolution", "2026-11-19T11:00"],
    ]);
  });

  it("begins anew when a solved ticket is reopened, by whoever does it", async () => {
    // 90 h are ten working days: from Tuesday 24th at opening to Monday 7 December at closing.
    const reopened = "2026-11-24T09:00";
    for (const reopen of [
      (ticketId: string) => replyToTicket(customer(reopened), message(ticketId)),
      (ticketId: string) => changeStatus(desk(reopened), { ticketId, move: "reopen" as const }),
      (ticketId: string) => staffReply(desk(reopened), { ...message(ticketId), next: "open" as const }),
    ]) {
      const { id } = await newTicket({ at: at(OPENED) });
      unwrap(await changeStatus(desk("2026-11-19T11:00"), { ticketId: id, move: "solve" }));
      unwrap(await reopen(id));
      const resolutions = (await targetsOf(id)).filter((target) => target.kind === "resolution");
      expect(resolutions.map((target) => [target.startedAt, target.dueAt, target.fulfilledAt])).toEqual([
        ["2026-11-18T12:00", "2026-12-02T12:00", "2026-11-19T11:00"],
        ["2026-11-24T09:00", "2026-12-07T18:00", null],
      ]);
    }
  });

  it("waits at once when a solved ticket is reopened to ask the customer something", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await changeStatus(desk("2026-11-19T11:00"), { ticketId: id, move: "solve" }));
    unwrap(await staffReply(desk("2026-11-24T09:00"), { ...message(id), next: "pending" }));
    expect(await ticketState(id)).toMatchObject({ status: "pending", nextDueAt: null });
    expect((await targetsOf(id)).at(-1)).toMatchObject({ kind: "resolution", dueAt: null, pausedAt: "2026-11-24T09:00", events: ["activated 2026-11-24T09:00", "paused 2026-11-24T09:00"] });

    unwrap(await replyToTicket(customer("2026-11-25T09:00"), message(id)));
    expect((await targetsOf(id)).find((target) => target.kind === "resolution" && target.fulfilledAt === null)).toMatchObject({ dueAt: "2026-12-08T18:00" });
  });

  it("gets the other priority's hours, and ends where that has none", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    await underContract(id);
    unwrap(await changePriority(desk("2026-11-19T10:00"), { ticketId: id, priority: "high" }));
    // 45 h: 6 on Wednesday, 9 on each of four days, 3 on Wednesday 25th.
    expect(await targetOf(id, "resolution")).toMatchObject({ minutes: 2700, dueAt: "2026-11-25T12:00" });

    unwrap(await changePriority(desk("2026-11-19T11:00"), { ticketId: id, priority: "low" }));
    expect(await targetOf(id, "resolution")).toMatchObject({ cancelledAt: "2026-11-19T11:00", fulfilledAt: null });
  });

  it("is owed no more once the ticket is closed", async () => {
    const { id } = await newTicket({ at: at(OPENED) });
    unwrap(await closeTicket(customer("2026-11-19T10:00"), { ticketId: id }));
    expect((await targetsOf(id)).map((target) => target.cancelledAt)).toEqual(["2026-11-19T10:00", "2026-11-19T10:00"]);
  });

  it("is the desk's to see; the customer is promised an answer", async () => {
    const { reference } = await newTicket({ at: at(OPENED) });
    const staff = await findTicketForStaff(desk(OPENED), reference);
    expect(staff?.promises.map((promise) => promise.kind)).toEqual(["first_response", "resolution"]);
    const seen = await findTicketForCustomer(customer(OPENED), reference);
    expect(JSON.stringify(seen)).not.toContain("resolution");
  });
});
