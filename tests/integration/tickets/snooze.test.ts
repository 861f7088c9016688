import { mintSystem } from "@/lib/auth/mint";
import { changeStatus } from "@/lib/tickets/commands/change-status";
import { replyToTicket, staffReply } from "@/lib/tickets/commands/reply-to-ticket";
import { snoozeTicket, wakeTicket } from "@/lib/tickets/commands/snooze-ticket";
import { recordWarningJob, wakeSnoozedJob } from "@/lib/tickets/jobs";
import { eventsOf } from "@/tests/integration/tickets/support/rows";
import { ana, carla } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { closedTicket, newTicket, pausedTicket, unwrap } from "@/tests/support/factories";

useDatabase();

const UNTIL = at("2026-11-23T09:00");
const desk = (now = NOON) => ({ db: testDb(), actor: carla, now });
const system = (now: Temporal.Instant) => ({ db: testDb(), actor: mintSystem(), now });
const snoozedUntil = async (id: string) => (await testDb().ticket.findUniqueOrThrow({ where: { id } })).snoozedUntil?.toISOString() ?? null;
const snoozed = async () => {
  const ticket = await newTicket({ at: NOON });
  unwrap(await snoozeTicket(desk(), { ticketId: ticket.id, until: UNTIL }));
  return ticket;
};

describe("a ticket that is put off", () => {
  it("comes back at its time, not before, and whoever put it off is named", async () => {
    const { id } = await snoozed();
    await wakeSnoozedJob.run(system(UNTIL.subtract({ seconds: 1 })), { ticketId: id });
    expect(await snoozedUntil(id)).toBe(UNTIL.toString({ smallestUnit: "millisecond" }));
    await wakeSnoozedJob.run(system(UNTIL), { ticketId: id });
    await wakeSnoozedJob.run(system(UNTIL), { ticketId: id });
    expect(await snoozedUntil(id)).toBeNull();
    const ended = await testDb().ticketEvent.findMany({ where: { ticketId: id, type: "ticket.snooze-ended" } });
    expect(ended.map(({ data }) => data)).toEqual([{ why: "time", by: carla.userId }]);
  });

  it("comes back when the customer writes, or by hand", async () => {
    const written = await snoozed();
    unwrap(await replyToTicket({ db: testDb(), actor: ana, now: NOON.add({ hours: 1 }) }, { ticketId: written.id, body: "¿Y bien?", submissionKey: crypto.randomUUID() }));
    expect(await snoozedUntil(written.id)).toBeNull();
    const woken = await snoozed();
    unwrap(await wakeTicket(desk(), { ticketId: woken.id }));
    unwrap(await wakeTicket(desk(), { ticketId: woken.id }));
    expect((await eventsOf(woken.id)).filter((event) => event.startsWith("ticket.snooze-ended"))).toEqual(["ticket.snooze-ended by Carla Ríos"]);
  });

  it("put off again waits for the later time", async () => {
    const { id } = await snoozed();
    const later = UNTIL.add({ hours: 24 });
    unwrap(await snoozeTicket(desk(), { ticketId: id, until: later }));
    await wakeSnoozedJob.run(system(UNTIL), { ticketId: id });
    expect(await snoozedUntil(id)).not.toBeNull();
  });

  it("and solved meanwhile comes back without a word", async () => {
    const { id } = await snoozed();
    unwrap(await changeStatus(desk(), { ticketId: id, move: "solve" }));
    await wakeSnoozedJob.run(system(UNTIL), { ticketId: id });
    expect(await snoozedUntil(id)).toBeNull();
    expect((await eventsOf(id)).some((event) => event.startsWith("ticket.snooze-ended"))).toBe(false);
  });

  it("is no ticket of the past, and not for the past or for ever", async () => {
    const { id } = await newTicket({ at: NOON });
    expect(await snoozeTicket(desk(), { ticketId: id, until: NOON })).toMatchObject({ code: "SNOOZE_IN_PAST" });
    expect(await snoozeTicket(desk(), { ticketId: id, until: NOON.add({ hours: 24 * 367 }) })).toMatchObject({ code: "SNOOZE_TOO_FAR" });
    expect(await snoozeTicket(desk(), { ticketId: (await closedTicket()).id, until: UNTIL })).toMatchObject({ code: "TICKET_CLOSED" });
  });
});

describe("the warning before a promise breaks", () => {
  const warn = async (ticketId: string, now: Temporal.Instant) => {
    const { id } = await testDb().ticketSlaTarget.findFirstOrThrow({ where: { ticketId } });
    await recordWarningJob.run(system(now), { targetId: id });
    return (await eventsOf(ticketId)).filter((event) => event === "sla.warned by the system").length;
  };
  // 36 of the 48 hours, nine a day: 6 on Wednesday, 9 on Thursday, 9 on Friday, 9 on Monday, 3 on Tuesday 24th.
  const WARNED = at("2026-11-24T12:00");

  it("comes when three quarters of the business time are over, once", async () => {
    const { id } = await newTicket({ at: NOON });
    expect(await warn(id, WARNED.subtract({ seconds: 1 }))).toBe(0);
    expect(await warn(id, WARNED)).toBe(1);
    expect(await warn(id, WARNED.add({ minutes: 5 }))).toBe(1);
  });

  it("has been asked for at that very instant", async () => {
    const { id } = await newTicket({ at: NOON });
    const target = await testDb().ticketSlaTarget.findFirstOrThrow({ where: { ticketId: id } });
    const jobs = await testDb().$queryRaw<{ startAfter: Date }[]>`SELECT start_after AS "startAfter" FROM pgboss.job WHERE name = 'sla.record-warning' AND data->>'targetId' = ${target.id}`;
    expect(jobs.map(({ startAfter }) => startAfter.getTime())).toEqual([WARNED.epochMilliseconds]);
  });

  it("does not come for what was answered, waits for the customer, or is broken already", async () => {
    const answered = await newTicket({ at: NOON });
    unwrap(await staffReply(desk(NOON.add({ hours: 1 })), { ticketId: answered.id, body: "Ya.", submissionKey: crypto.randomUUID(), next: "open" }));
    expect(await warn(answered.id, WARNED)).toBe(0);
    expect(await warn((await pausedTicket({ at: NOON })).id, WARNED)).toBe(0);
    expect(await warn((await newTicket({ at: NOON })).id, at("2026-11-26T10:00"))).toBe(0);
  });
});
