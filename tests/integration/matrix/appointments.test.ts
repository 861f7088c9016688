import { randomUUID } from "node:crypto";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { findAvailability } from "@/lib/appointments/availability-queries";
import { findBookingOptions } from "@/lib/appointments/booking-options";
import { bookAppointment } from "@/lib/appointments/commands/book-appointment";
import { cancelAppointment } from "@/lib/appointments/commands/cancel-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { addAbsence, editWeek, removeAbsence } from "@/lib/appointments/commands/edit-availability";
import { editAppointmentSettings } from "@/lib/appointments/commands/edit-settings";
import { moveAppointment } from "@/lib/appointments/commands/move-appointment";
import { proposeAppointment } from "@/lib/appointments/commands/propose-appointment";
import { missAppointment, startAppointment, stopAppointment } from "@/lib/appointments/commands/run-appointment";
import { findCalendarFacts, findDeskDay, findTicketSummary, listAwaiting, listCustomerAppointments, listDeskAppointments, listReminders, listTicketAppointments } from "@/lib/appointments/queries";
import { DEFAULT_RULES } from "@/lib/appointments/rules";
import { findAppointmentSettings } from "@/lib/appointments/settings";
import type { AppointmentState } from "@/lib/appointments/types";
import type { Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";
import { appointmentRow, authorisedTicket, availableAllWeek } from "@/tests/integration/appointments/support/world";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { PEOPLE } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { andres, carla, diego } from "@/tests/support/cast";
import { at, NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

type World = { ticketId: string; reference: string; id: string; absenceId: string };
type Row = {
  expected: string;
  /** What state the appointment is in; none where it is left out. */
  state?: AppointmentState;
  startsAt?: Temporal.Instant;
  /** "customer": its type takes no one of the desk. */
  takes?: "customer";
  run: (ctx: Context<StaffActor>, world: World) => Promise<string>;
};

const sees = (found: unknown) => (found ? "sees" : "none");
const has = (items: { id: string }[], id: string) => sees(items.some((each) => each.id === id));
const code = (result: Result<unknown, string>) => (result.ok ? "ok" : result.code);
const THURSDAY = at("2026-11-19T10:00");
const week = { day1: "09:00-18:00", day2: "", day3: "", day4: "", day5: "", day6: "", day7: "" };
const absence = { agentId: carla.userId, from: Temporal.PlainDateTime.from("2026-12-01T09:00"), to: Temporal.PlainDateTime.from("2026-12-02T09:00"), reason: "" };
const proposal = (world: World) => ({ ticketId: world.ticketId, agentId: carla.userId, kind: "remote" as const, phone: null, startsAt: [THURSDAY], submissionKey: randomUUID() });

/** The ticket is andrés'; so is the appointment, with carla. In the order of ACTORS: nobody bruno andres ana sergio carla diego. */
const OPERATIONS: Record<string, Row> = {
  "listTicketAppointments": { state: "confirmed", expected: "gate none sees sees gate sees sees", run: async (ctx, world) => has(await listTicketAppointments(ctx, world.ticketId), world.id) },
  "listCustomerAppointments": { state: "confirmed", takes: "customer", expected: "gate none sees sees gate type type", run: async (ctx, world) => has((await listCustomerAppointments(ctx as never, { filter: "ahead" })).items, world.id) },
  "listDeskAppointments": { state: "confirmed", expected: "gate none sees sees gate sees sees", run: async (ctx, world) => has(await listDeskAppointments(ctx, { from: Temporal.PlainDate.from("2026-11-18") }), world.id) },
  // An agent is reminded of one's own.
  "listReminders": { state: "confirmed", expected: "gate none sees sees gate sees none", run: async (ctx, world) => has(await listReminders(ctx), world.id) },
  // Booked by the customer: the desk's word is wanted.
  "listAwaiting": { state: "proposed", expected: "gate none none none gate sees sees", run: async (ctx, world) => has(await listAwaiting(ctx), world.id) },
  "findCalendarFacts": { state: "confirmed", expected: "gate none sees sees gate sees sees", run: async (ctx, world) => sees(await findCalendarFacts(ctx, world.id)) },
  "findTicketSummary": { state: "confirmed", expected: "gate none sees sees gate sees sees", run: async (ctx, world) => sees(await findTicketSummary(ctx, world.ticketId)) },
  "findBookingOptions": { expected: "gate none sees sees gate sees sees", run: async (ctx, world) => sees(await findBookingOptions(ctx, world.reference)) },
  "findDeskDay": { expected: "gate sees sees sees gate sees sees", run: async (ctx) => sees(await findDeskDay(ctx)) },
  "findAvailability(carla's)": { expected: "gate none none none gate sees sees", run: async (ctx) => sees(await findAvailability(ctx, carla.userId)) },
  "findAvailability(diego's)": { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findAvailability(ctx, diego.userId)) },
  "findAppointmentSettings": { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findAppointmentSettings(ctx)) },
  "bookAppointment": {
    takes: "customer",
    expected: "gate NOT_FOUND ok ok gate type type",
    run: async (ctx, world) => code(await bookAppointment(ctx as never, { ticketId: world.ticketId, kind: "remote", phone: null, startsAt: THURSDAY, submissionKey: randomUUID() })),
  },
  "proposeAppointment": { expected: "gate NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await proposeAppointment(ctx, proposal(world))) },
  // Booked by the customer: the desk's word is wanted.
  "confirmAppointment": { state: "proposed", expected: "gate NOT_FOUND APPOINTMENT_AWAITS_OTHER APPOINTMENT_AWAITS_OTHER gate ok ok", run: async (ctx, world) => code(await confirmAppointment(ctx, { appointmentId: world.id, phone: null })) },
  "cancelAppointment": { state: "confirmed", expected: "gate NOT_FOUND ok ok gate ok ok", run: async (ctx, world) => code(await cancelAppointment(ctx, { appointmentId: world.id, reason: "", seenCost: 480 })) },
  "cancelAppointment(late)": { state: "confirmed", expected: "gate NOT_FOUND CHANGE_COSTS CHANGE_COSTS gate ok ok", run: async (ctx, world) => code(await cancelAppointment(ctx, { appointmentId: world.id, reason: "", seenCost: 0 })) },
  "moveAppointment": { state: "confirmed", expected: "gate NOT_FOUND ok ok gate ok ok", run: async (ctx, world) => code(await moveAppointment(ctx, { appointmentId: world.id, startsAt: THURSDAY, seenCost: 480, submissionKey: randomUUID() })) },
  "startAppointment": { state: "confirmed", startsAt: NOON, expected: "gate NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await startAppointment(ctx, { appointmentId: world.id })) },
  "stopAppointment": { state: "under_way", startsAt: NOON.subtract({ minutes: 30 }), expected: "gate NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await stopAppointment(ctx, { appointmentId: world.id, description: "x" })) },
  "missAppointment": { state: "confirmed", startsAt: NOON.subtract({ minutes: 30 }), expected: "gate NOT_FOUND FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await missAppointment(ctx, { appointmentId: world.id, missedBy: "desk" })) },
  "editWeek(carla's)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx) => code(await editWeek(ctx, { ...week, agentId: carla.userId })) },
  "editWeek(diego's)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await editWeek(ctx, { ...week, agentId: diego.userId })) },
  "addAbsence": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx) => code(await addAbsence(ctx, absence)) },
  "addAbsence(diego's)": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await addAbsence(ctx, { ...absence, agentId: diego.userId })) },
  "removeAbsence": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok", run: async (ctx, world) => code(await removeAbsence(ctx, { absenceId: world.absenceId })) },
  "editAppointmentSettings": { expected: "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await editAppointmentSettings(ctx, { ...DEFAULT_RULES, version: 0 })) },
};

/** Of the jobs, and what puts rows into views for those above. */
const OF_THE_SYSTEM = ["recordReminders", "endUnconfirmed", "toAppointmentViews"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, ...row }]) => {
  const outcomes = expected.split(" ");
  return ACTORS.map((actor, column) => ({ operation, actor, outcome: outcomes[column]!, row }));
});

describe("who may see, book and change appointments", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor: name, outcome, row }) => {
    const world = await makeWorld(row);
    const claimed = PEOPLE[name];
    const actor = await findPersonOfSession({ db: testDb() }, claimed && { userId: claimed.userId, sessionVersion: 1 });
    const isTyped = actor && !(row.takes === "customer" && actor.kind === "staff");
    const answer = actor ? (isTyped ? await row.run({ db: testDb(), actor: actor as StaffActor, now: NOON }, world) : "type") : "gate";
    expect(answer).toBe(outcome);
  });

  it("is asked of every query and command there is: 27 for 7 actors make 189 cells", () => {
    const asked = new Set(Object.keys(OPERATIONS).map((name) => name.replace(/\(.*\)/, "")));
    expect([...asked, ...OF_THE_SYSTEM].sort()).toEqual(exportedOperations("appointments").sort());
    expect(exportedJobs("appointments").sort()).toEqual(["endAppointmentsJob", "remindAppointmentsJob"]);
    expect(CELLS).toHaveLength(189);
    expect(CELLS.every(({ outcome }) => outcome !== undefined)).toBe(true);
  });
});

async function makeWorld({ state, startsAt = NOON.add({ hours: 2 }) }: Pick<Row, "state" | "startsAt">): Promise<World> {
  const db = testDb();
  await db.$executeRaw`DELETE FROM appointment WHERE NOT EXISTS (SELECT FROM time_entry e WHERE e.appointment_id = appointment.id) AND NOT EXISTS (SELECT FROM appointment n WHERE n.moved_from_id = appointment.id)`;
  await db.$executeRaw`UPDATE appointment SET state = 'cancelled', cancelled_at = now(), join_code = NULL, ended_at = NULL`;
  await db.agentAbsence.deleteMany();
  await db.appointmentSettings.deleteMany();
  await availableAllWeek(carla);
  const { id: ticketId, reference, quoteId } = await authorisedTicket({ requester: andres });
  const { id } = state ? await appointmentRow({ ticketId, quoteId, state, startsAt, dayRemindedAt: toDate(NOON) }) : { id: randomUUID() };
  const past = { startsAt: toDate(NOON.add({ hours: 500 })), endsAt: toDate(NOON.add({ hours: 510 })) };
  const { id: absenceId } = await db.agentAbsence.create({ data: { agentId: carla.userId, ...past, reason: "" }, select: { id: true } });
  return { ticketId, reference, id, absenceId };
}
