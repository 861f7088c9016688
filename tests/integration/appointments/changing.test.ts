import { randomUUID } from "node:crypto";
import { cancelAppointment } from "@/lib/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { moveAppointment } from "@/lib/appointments/commands/move-appointment";
import { missAppointment, startAppointment, stopAppointment } from "@/lib/appointments/commands/run-appointment";
import { endAppointmentsJob, remindAppointmentsJob } from "@/lib/appointments/jobs";
import { findCalendarFacts, listReminders, listTicketAppointments } from "@/lib/appointments/queries";
import type { PersonActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { toDate } from "@/lib/time/instants";
import { appointmentRow, authorisedTicket, availableAllWeek, context } from "@/tests/integration/appointments/support/world";
import { ana, carla, elena } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { authorisedEstimate } from "@/tests/support/authorised-quotes";
import { unwrap } from "@/tests/support/factories";

useDatabase();

beforeEach(async () => {
  await testDb().$executeRaw`UPDATE appointment SET state = 'cancelled', cancelled_at = now(), join_code = NULL, ended_at = NULL WHERE state <> 'cancelled'`;
  await availableAllWeek(carla, elena);
});

const system = (now: Temporal.Instant) => ({ db: testDb(), actor: mintSystem(), now });
const entriesOf = (ticketId: string) => testDb().timeEntry.findMany({ where: { ticketId }, orderBy: { startedAt: "asc" }, select: { minutes: true, billableMinutes: true, quoteId: true, agentId: true } });
const stateOf = async (id: string) => (await testDb().appointment.findUniqueOrThrow({ where: { id } })).state;
/** Of the cancelled, moved or confirmed. */
const eventTypes = async (ticketId: string) => (await testDb().ticketEvent.findMany({ where: { ticketId }, orderBy: { id: "asc" }, select: { type: true } })).map(({ type }) => type);

/** Confirmed for Wednesday 15:00, an hour long; at noon that is three business hours away: late. */
async function confirmed({ startsAt = NOON.add({ hours: 3 }), ...ticket }: { startsAt?: Temporal.Instant; estimatedMinutes?: number } = {}) {
  const opened = await authorisedTicket({ assigneeId: carla.userId, ...ticket });
  return { ...opened, appointmentId: (await appointmentRow({ ticketId: opened.id, quoteId: opened.quoteId, startsAt })).id };
}

describe("cancelling", () => {
  const cancel = (actor: PersonActor, appointmentId: string, seenCost = 0, now = NOON) => cancelAppointment(context(actor, now), { appointmentId, reason: "", seenCost });

  it("late by the customer costs what was shown, as billable time, once", async () => {
    const { id, quoteId, appointmentId } = await confirmed();
    expect(await cancel(ana, appointmentId)).toMatchObject({ code: "CHANGE_COSTS", details: { minutes: 30 } });
    const answers = await Promise.all([1, 2, 3].map(() => cancel(ana, appointmentId, 30)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await entriesOf(id)).toEqual([{ minutes: 30, billableMinutes: 30, quoteId, agentId: carla.userId }]);
    expect(await stateOf(appointmentId)).toBe("cancelled");
  });

  it("by the desk, or in time, costs nothing", async () => {
    const desks = await confirmed();
    unwrap(await cancel(carla, desks.appointmentId));
    const early = await confirmed({ startsAt: at("2026-11-20T10:00") });
    unwrap(await cancel(ana, early.appointmentId));
    expect([...(await entriesOf(desks.id)), ...(await entriesOf(early.id))]).toEqual([]);
  });

  it("is refused once it began", async () => {
    const { appointmentId } = await confirmed();
    expect(await cancel(ana, appointmentId, 480, NOON.add({ hours: 3 }))).toMatchObject({ code: "APPOINTMENT_BEGAN" });
  });
});

describe("moving", () => {
  const move = (actor: PersonActor, appointmentId: string, startsAt: Temporal.Instant, seenCost = 30) => moveAppointment(context(actor), { appointmentId, startsAt, seenCost, submissionKey: randomUUID() });

  it("makes another of the same length with the same agent, which the other side confirms; its calendar entry follows", async () => {
    const { id, appointmentId } = await confirmed();
    const before = await findCalendarFacts(context(ana), appointmentId);
    // Its own time is free for it: half an hour later overlaps the old one.
    const moved = unwrap(await move(ana, appointmentId, NOON.add({ hours: 5 })));
    const [view] = await listTicketAppointments(context(carla), id);
    expect(view).toMatchObject({ id: moved.appointmentId, agent: { id: carla.userId }, awaits: "desk", startsAt: "2026-11-18T23:00:00Z", endsAt: "2026-11-19T00:00:00Z" });
    expect(await entriesOf(id)).toMatchObject([{ billableMinutes: 30 }]);
    const after = await findCalendarFacts(context(ana), appointmentId);
    expect(after).toMatchObject({ uid: before!.uid, sequence: before!.sequence + 1, isCancelled: false, isTentative: true });
    unwrap(await confirmAppointment(context(carla), { appointmentId: moved.appointmentId, phone: null }));
    expect(await eventTypes(id)).toEqual(["appointment.moved", "appointment.confirmed"]);
    unwrap(await cancelAppointment(context(carla), { appointmentId: moved.appointmentId, reason: "Enfermedad", seenCost: 0 }));
    expect(await findCalendarFacts(context(ana), appointmentId)).toMatchObject({ uid: before!.uid, sequence: before!.sequence + 3, isCancelled: true });
  });

  it("twice at once to different times leaves one", async () => {
    const { id, appointmentId } = await confirmed({ startsAt: at("2026-11-20T10:00") });
    const answers = await Promise.all([at("2026-11-19T10:00"), at("2026-11-19T16:00")].map((time) => move(ana, appointmentId, time)));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["APPOINTMENT_OVER", "ok"]);
    expect(await testDb().appointment.count({ where: { ticketId: id, state: "proposed" } })).toBe(1);
  });

  it("to where nobody is free is refused, and the appointment stays", async () => {
    const { appointmentId } = await confirmed({ startsAt: at("2026-11-20T10:00") });
    expect(await move(ana, appointmentId, at("2026-11-21T10:00"))).toMatchObject({ code: "SLOT_TAKEN" });
    expect(await move(ana, appointmentId, at("2026-11-20T10:00"))).toMatchObject({ code: "SAME_TIME" });
    expect(await stateOf(appointmentId)).toBe("confirmed");
  });
});

describe("a session", () => {
  const start = (appointmentId: string, now: Temporal.Instant) => startAppointment(context(carla, now), { appointmentId });
  const stop = (appointmentId: string, now: Temporal.Instant) => stopAppointment(context(carla, now), { appointmentId, description: "Se revisó el correo" });
  const THREE = NOON.add({ hours: 3 });

  it("begins from fifteen minutes before, and its minutes become time under the authorisation", async () => {
    const { id, quoteId, appointmentId } = await confirmed();
    expect(await start(appointmentId, THREE.subtract({ minutes: 16 }))).toMatchObject({ code: "APPOINTMENT_TOO_EARLY" });
    unwrap(await start(appointmentId, THREE.subtract({ minutes: 15 })));
    expect(unwrap(await stop(appointmentId, THREE.add({ minutes: 20, seconds: 5 })))).toMatchObject({ minutes: 36, billableMinutes: 36, restMinutes: 0 });
    expect(await entriesOf(id)).toEqual([{ minutes: 36, billableMinutes: 36, quoteId, agentId: carla.userId }]);
    expect(await stop(appointmentId, THREE.add({ hours: 1 }))).toMatchObject({ code: "APPOINTMENT_NOT_UNDER_WAY" });
    expect(await eventTypes(id)).toEqual(["appointment.started", "time.posted", "appointment.finished"]);
  });

  it("beyond the estimate still ends: what is over is recorded and not billed", async () => {
    const { id, quoteId, appointmentId } = await confirmed({ estimatedMinutes: 60 });
    unwrap(await start(appointmentId, THREE));
    expect(unwrap(await stop(appointmentId, THREE.add({ minutes: 85 })))).toMatchObject({ minutes: 85, billableMinutes: 60, restMinutes: 25 });
    expect(await entriesOf(id)).toMatchObject([{ minutes: 60, billableMinutes: 60, quoteId }, { minutes: 25, billableMinutes: 0, quoteId: null }]);
  });

  it("of a contract is rounded up by its step", async () => {
    const { ticket, quoteId } = await authorisedEstimate({ roundingMinutes: 15 });
    const { id: appointmentId } = await appointmentRow({ ticketId: ticket.id, quoteId, startsAt: THREE });
    unwrap(await start(appointmentId, THREE));
    expect(unwrap(await stop(appointmentId, THREE.add({ minutes: 31 })))).toMatchObject({ minutes: 31, billableMinutes: 45, restMinutes: 0 });
    expect(await entriesOf(ticket.id)).toMatchObject([{ minutes: 31, billableMinutes: 45 }]);
  });

  it("is stopped once, and writes once, when stopped by two at once", async () => {
    const { id, appointmentId } = await confirmed();
    unwrap(await start(appointmentId, THREE));
    const answers = await Promise.all([1, 2, 3].map(() => stop(appointmentId, THREE.add({ minutes: 10 }))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await entriesOf(id)).toHaveLength(1);
  });

  it("ends also where the work was closed meanwhile: nothing of it is billed", async () => {
    const { id, quoteId, appointmentId } = await confirmed();
    unwrap(await start(appointmentId, THREE));
    await testDb().workClosing.create({ data: { quoteId, statement: "Listo", minutesUsed: 0, closedById: carla.userId, closedAt: toDate(THREE) } });
    expect(unwrap(await stop(appointmentId, THREE.add({ minutes: 10 })))).toMatchObject({ billableMinutes: 0, restMinutes: 10 });
    expect(await entriesOf(id)).toMatchObject([{ minutes: 10, billableMinutes: 0, quoteId: null }]);
  });

  it("of one agent is one at a time", async () => {
    const [first, second] = [await confirmed(), await confirmed({ startsAt: THREE.add({ hours: 1 }) })];
    unwrap(await start(first.appointmentId, THREE));
    expect(await start(second.appointmentId, THREE.add({ hours: 1 }))).toMatchObject({ code: "ANOTHER_UNDER_WAY" });
    unwrap(await stop(first.appointmentId, THREE.add({ minutes: 10 })));
    const [third, fourth] = [await confirmed({ startsAt: THREE.add({ hours: 2 }) }), await confirmed({ startsAt: THREE.add({ hours: 3 }) })];
    const both = await Promise.all([third, fourth].map(({ appointmentId }) => start(appointmentId, THREE.add({ hours: 3 }))));
    expect(both.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["ANOTHER_UNDER_WAY", "ok"]);
  });

  it("that the customer missed costs as a late change, that the desk missed nothing", async () => {
    const [first, second] = [await confirmed(), await confirmed({ startsAt: THREE.add({ hours: 1 }) })];
    const miss = (appointmentId: string, missedBy: "customer" | "desk", now: Temporal.Instant) => missAppointment(context(carla, now), { appointmentId, missedBy });
    expect(await miss(first.appointmentId, "customer", THREE.add({ minutes: 9 }))).toMatchObject({ code: "APPOINTMENT_NOT_MISSED" });
    unwrap(await miss(first.appointmentId, "customer", THREE.add({ minutes: 10 })));
    unwrap(await miss(second.appointmentId, "desk", THREE.add({ hours: 2 })));
    expect(await entriesOf(first.id)).toMatchObject([{ billableMinutes: 30 }]);
    expect(await entriesOf(second.id)).toEqual([]);
  });
});

describe("the one-time code", () => {
  it("is shown to both sides from fifteen minutes before until the end, and gone with the session", async () => {
    const { id, quoteId } = await authorisedTicket();
    const startsAt = NOON.add({ hours: 3 });
    const { id: appointmentId } = await appointmentRow({ ticketId: id, quoteId, startsAt, kind: "remote", remoteTool: "rustdesk", place: "rustdesk://connection/new/{code}", joinCode: "K7QF-2MXD-9TWA" });
    const joins = async (now: Temporal.Instant) => Promise.all([ana, carla].map(async (actor) => (await listTicketAppointments(context(actor, now), id))[0]!.join));
    const early = { kind: "remote", tool: "rustdesk", status: "early", opensAt: "2026-11-18T20:45:00Z" };
    const open = { kind: "remote", tool: "rustdesk", status: "open", code: "K7QF-2MXD-9TWA", href: "rustdesk://connection/new/K7QF-2MXD-9TWA" };
    expect(await joins(startsAt.subtract({ minutes: 16 }))).toEqual([early, early]);
    expect(await joins(startsAt.subtract({ minutes: 15 }))).toEqual([open, open]);
    expect(await joins(startsAt.add({ minutes: 60 }))).toMatchObject([{ status: "over" }, { status: "over" }]);
    unwrap(await startAppointment(context(carla, startsAt), { appointmentId }));
    unwrap(await stopAppointment(context(carla, startsAt.add({ minutes: 5 })), { appointmentId, description: "x" }));
    expect((await testDb().appointment.findUniqueOrThrow({ where: { id: appointmentId } })).joinCode).toBeNull();
  });
});

describe("what happens by itself", () => {
  it("reminds a day and an hour before, each recorded once", async () => {
    const { appointmentId } = await confirmed({ startsAt: at("2026-11-20T10:00") });
    const rows = () => testDb().appointment.findUniqueOrThrow({ where: { id: appointmentId }, select: { dayRemindedAt: true, hourRemindedAt: true } });
    const run = (time: string) => remindAppointmentsJob.run(system(at(time)), {});
    await run("2026-11-19T09:59");
    expect(await rows()).toEqual({ dayRemindedAt: null, hourRemindedAt: null });
    await Promise.all([run("2026-11-19T10:00"), run("2026-11-19T10:00")]);
    await run("2026-11-19T12:00");
    expect(await rows()).toEqual({ dayRemindedAt: toDate(at("2026-11-19T10:00")), hourRemindedAt: null });
    for (const actor of [ana, carla]) expect(await listReminders(context(actor, at("2026-11-19T12:00")))).toMatchObject([{ id: appointmentId, reminded: "day" }]);
    await run("2026-11-20T09:00");
    await run("2026-11-20T09:05");
    expect(await rows()).toMatchObject({ hourRemindedAt: toDate(at("2026-11-20T09:00")) });
    expect(await listReminders(context(ana, at("2026-11-20T10:00")))).toEqual([]);
  });

  it("lets go of what nobody confirmed in time, and of what is ahead when the work is over", async () => {
    const proposed = await authorisedTicket();
    const { id: late } = await appointmentRow({ ticketId: proposed.id, quoteId: proposed.quoteId, state: "proposed", startsAt: NOON });
    const ahead = await confirmed({ startsAt: at("2026-11-20T10:00") });
    const other = await confirmed({ startsAt: at("2026-11-20T12:00") });
    await testDb().workClosing.create({ data: { quoteId: ahead.quoteId, statement: "Listo", minutesUsed: 0, closedById: carla.userId, closedAt: toDate(NOON) } });
    await endAppointmentsJob.run(system(NOON), {});
    expect([await stateOf(late), await stateOf(ahead.appointmentId), await stateOf(other.appointmentId)]).toEqual(["cancelled", "cancelled", "confirmed"]);
    const why = async (ticketId: string) => (await testDb().ticketEvent.findFirstOrThrow({ where: { ticketId, type: "appointment.cancelled" }, select: { data: true } })).data;
    expect([await why(proposed.id), await why(ahead.id)]).toMatchObject([{ why: "unconfirmed" }, { why: "over" }]);
    await endAppointmentsJob.run(system(NOON), {});
    expect(await testDb().ticketEvent.count({ where: { ticketId: { in: [proposed.id, ahead.id] } } })).toBe(2);
  });
});
