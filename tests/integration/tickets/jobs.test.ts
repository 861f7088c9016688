import { mintSystem } from "@/lib/auth/mint";
import { closeSolvedJob } from "@/lib/automation/jobs";
import { changePriority } from "@/lib/tickets/commands/change-priority";
import { changeStatus, closeTicket } from "@/lib/tickets/commands/change-status";
import { staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { recordBreachJob } from "@/lib/tickets/jobs";
import { eventsOf, targetOf, ticketState } from "@/tests/integration/tickets/support/rows";
import { ana, carla } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, pausedTicket, solvedTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const DUE = "2026-11-25T15:00"; // of a ticket opened on Wednesday 18th at noon, media
const AFTER = at("2026-11-25T15:00:01");
const system = (now: Temporal.Instant) => ({ db: testDb(), actor: mintSystem(), now });
const desk = (now: Temporal.Instant) => ({ db: testDb(), actor: carla, now });

async function runBreachJob(ticketId: string, now = AFTER): Promise<void> {
  const { id } = await testDb().ticketSlaTarget.findFirstOrThrow({ where: { ticketId } });
  await recordBreachJob.run(system(now), { targetId: id });
}

const breaches = async (ticketId: string) => (await eventsOf(ticketId)).filter((event) => event.startsWith("sla.breached"));

describe("the job that comes when a promise would break", () => {
  it("records the breach as of the due instant, however late it comes, and tells the thread", async () => {
    const { id } = await newTicket({ at: NOON });
    await runBreachJob(id, at("2026-11-26T11:00"));
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: DUE, dueAt: DUE, fulfilledAt: null, events: ["activated 2026-11-18T12:00", "breached 2026-11-26T11:00"] });
    expect(await breaches(id)).toEqual(["sla.breached by the system"]);
  });

  it("records it once, when it comes twice or twice at once", async () => {
    const { id } = await newTicket({ at: NOON });
    await Promise.all([runBreachJob(id), runBreachJob(id), runBreachJob(id)]);
    await runBreachJob(id, AFTER.add({ hours: 1 }));
    expect(await breaches(id)).toHaveLength(1);
    expect((await targetOf(id, "first_response")).events).toHaveLength(2);
  });

  it("does nothing at the due instant itself: it can still be kept", async () => {
    const { id } = await newTicket({ at: NOON });
    await runBreachJob(id, at(DUE));
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: null });
  });

  it("does nothing when the promise was kept", async () => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await staffReply(desk(at("2026-11-19T10:00")), { ticketId: id, body: "Ya.", submissionKey: crypto.randomUUID(), next: "open" }));
    await runBreachJob(id);
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: null });
    expect(await breaches(id)).toEqual([]);
  });

  it("does nothing while the customer must act", async () => {
    const { id } = await pausedTicket({ at: NOON });
    await runBreachJob(id);
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: null });
  });

  it("does nothing when the date has moved since", async () => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await changePriority(desk(NOON), { ticketId: id, priority: "low" }));
    await runBreachJob(id);
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: null, dueAt: "2026-11-30T12:00" });
  });

  it("does nothing when nothing is owed any more, or the promise is unknown", async () => {
    const { id } = await newTicket({ at: NOON });
    unwrap(await closeTicket({ db: testDb(), actor: ana, now: NOON }, { ticketId: id }));
    await runBreachJob(id);
    expect(await targetOf(id, "first_response")).toMatchObject({ breachedAt: null });
    await recordBreachJob.run(system(AFTER), { targetId: crypto.randomUUID() });
  });

  it("leaves a late answer its breach, whether the job or the answer was first", async () => {
    const answered = async (jobFirst: boolean) => {
      const { id } = await newTicket({ at: NOON });
      if (jobFirst) await runBreachJob(id);
      unwrap(await staffReply(desk(at("2026-11-26T10:00")), { ticketId: id, body: "Perdón.", submissionKey: crypto.randomUUID(), next: "open" }));
      if (!jobFirst) await runBreachJob(id, at("2026-11-26T10:00:05"));
      return targetOf(id, "first_response");
    };
    expect(await answered(true)).toMatchObject({ breachedAt: DUE, fulfilledAt: "2026-11-26T10:00" });
    expect(await answered(false)).toMatchObject({ breachedAt: DUE, fulfilledAt: "2026-11-26T10:00" });
  });
});

describe("the job that closes what was solved", () => {
  it("closes after fourteen days, not before", async () => {
    const { id } = await solvedTicket({ at: NOON });
    await closeSolvedJob.run(system(at("2026-12-02T12:00")), {});
    expect(await ticketState(id)).toMatchObject({ status: "solved" });
    await closeSolvedJob.run(system(at("2026-12-02T12:01")), {});
    expect(await ticketState(id)).toMatchObject({ status: "closed", closedAt: "2026-12-02T12:01", solvedAt: "2026-11-18T12:00" });
    expect((await eventsOf(id)).at(-1)).toBe("ticket.closed by the system");
  });

  it("counts from the last solution, and leaves alone what was reopened", async () => {
    const again = await solvedTicket({ at: NOON });
    unwrap(await changeStatus(desk(at("2026-11-20T12:00")), { ticketId: again.id, move: "reopen" }));
    unwrap(await changeStatus(desk(at("2026-11-30T12:00")), { ticketId: again.id, move: "solve" }));
    const reopened = await solvedTicket({ at: NOON });
    unwrap(await changeStatus(desk(at("2026-11-20T12:00")), { ticketId: reopened.id, move: "reopen" }));
    await closeSolvedJob.run(system(at("2026-12-10T12:00")), {});
    expect(await ticketState(again.id)).toMatchObject({ status: "solved" });
    expect(await ticketState(reopened.id)).toMatchObject({ status: "open" });
  });

  it("closes once, when two run at once", async () => {
    const { id } = await solvedTicket({ at: NOON });
    const now = at("2026-12-05T12:00");
    await Promise.all([closeSolvedJob.run(system(now), {}), closeSolvedJob.run(system(now), {})]);
    expect((await eventsOf(id)).filter((event) => event.startsWith("ticket.closed"))).toHaveLength(1);
  });
});
