import { randomUUID } from "node:crypto";
import { bookAppointment } from "@/lib/appointments/commands/book-appointment";
import { confirmAppointment } from "@/lib/appointments/commands/confirm-appointment";
import { proposeAppointment } from "@/lib/appointments/commands/propose-appointment";
import { findBookingOptions } from "@/lib/appointments/booking-options";
import { listAwaiting, listTicketAppointments } from "@/lib/appointments/queries";
import type { BookInput } from "@/lib/appointments/schema";
import { suspendPerson } from "@/lib/conduct/commands/suspend-person";
import { authorisation, authorisedTicket, availableAllWeek, context } from "@/tests/integration/appointments/support/world";
import { caseOf, newCustomer, THREAT } from "@/tests/integration/tickets/support/conduct-world";
import { ana, bruno, carla, diego, elena } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { newTicket, ticketRow, unwrap } from "@/tests/support/factories";

useDatabase();

const input = (ticketId: string, changes: Partial<BookInput> = {}): BookInput => ({ ticketId, kind: "phone", phone: "+525512345678", startsAt: at("2026-11-19T10:00"), submissionKey: randomUUID(), ...changes });
const stateOf = async (ticketId: string) =>
  (await testDb().appointment.findMany({ where: { ticketId }, orderBy: { startsAt: "asc" }, select: { state: true, agentId: true, startsAt: true, endsAt: true } }));

beforeEach(async () => {
  await testDb().$executeRaw`DELETE FROM appointment`;
  await availableAllWeek(carla, elena);
});

describe("booking by a customer", () => {
  it("takes the assignee's time, as long as what was authorised, and waits for the desk", async () => {
    const ticket = await authorisedTicket({ assigneeId: elena.userId, estimatedMinutes: 75 });
    unwrap(await bookAppointment(context(ana), input(ticket.id)));
    // 75 minutes are three slots of thirty.
    expect(await stateOf(ticket.id)).toEqual([{ state: "proposed", agentId: elena.userId, startsAt: new Date("2026-11-19T16:00:00Z"), endsAt: new Date("2026-11-19T17:30:00Z") }]);
    const [view] = await listTicketAppointments(context(ana), ticket.id);
    expect(view).toMatchObject({ awaits: "desk", can: { confirm: false, cancel: true, move: true } });
  });

  it("takes whoever has least where nobody has the ticket", async () => {
    const busy = await authorisedTicket({ assigneeId: carla.userId });
    unwrap(await bookAppointment(context(ana), input(busy.id, { startsAt: at("2026-11-20T10:00") })));
    const ticket = await authorisedTicket();
    unwrap(await bookAppointment(context(ana), input(ticket.id)));
    expect(await stateOf(ticket.id)).toMatchObject([{ agentId: elena.userId }]);
  });

  it("is neither offered nor taken while the customer is suspended; what is booked can be moved", async () => {
    const author = await newCustomer();
    const [threat, standing, ticket] = [await newTicket({ by: author, body: THREAT }), await authorisedTicket({ requester: author }), await authorisedTicket({ requester: author })];
    unwrap(await bookAppointment(context(author), input(standing.id)));
    const [booked] = await listTicketAppointments(context(author), standing.id);
    const day = at("2026-11-18T12:00").toZonedDateTimeISO("America/Mexico_City").toPlainDate();
    unwrap(await suspendPerson(context(diego), { caseId: await caseOf(threat.id), reason: "Amenazó", from: day, until: day, scope: "all_but_essential", isThreat: true, justification: "Amenaza de muerte" }));
    const options = await findBookingOptions(context(author), ticket.reference);
    expect(options).toMatchObject({ refusal: "CONDUCT_SUSPENDED", suspendedUntil: "2026-11-19T06:00:00.000Z", slots: [] });
    expect(await bookAppointment(context(author), input(ticket.id, { startsAt: at("2026-11-20T10:00") }))).toMatchObject({ ok: false, code: "CONDUCT_SUSPENDED" });
    // It is the customer who may not; the desk goes on offering times.
    expect(await findBookingOptions(context(carla), ticket.reference)).toMatchObject({ refusal: null });
    const moving = await findBookingOptions(context(author), standing.reference, { moving: booked!.id });
    expect(moving?.refusal).toBeNull();
    expect(moving?.slots.length).toBeGreaterThan(0);
  });

  it("is refused with the reason where nothing was authorised", async () => {
    const ticket = await ticketRow({ isPaid: true, status: "open" });
    expect(await bookAppointment(context(ana), input(ticket.id))).toMatchObject({ ok: false, code: "QUOTE_NEEDED" });
    await authorisation(ticket.id, { state: "sent" });
    expect(await bookAppointment(context(ana), input(ticket.id))).toMatchObject({ ok: false, code: "QUOTE_AWAITS_CUSTOMER" });
    expect(await findBookingOptions(context(ana), ticket.reference)).toMatchObject({ refusal: "QUOTE_AWAITS_CUSTOMER", slots: [] });
    expect(await bookAppointment(context(bruno), input(ticket.id))).toMatchObject({ ok: false, code: "NOT_FOUND" });
  });

  it("is refused a second time on the same ticket, but sent twice books once", async () => {
    const ticket = await authorisedTicket();
    const form = input(ticket.id);
    const answers = await Promise.all([1, 2, 3].map(() => bookAppointment(context(ana), form)));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true]);
    expect(await stateOf(ticket.id)).toHaveLength(1);
    expect(await bookAppointment(context(ana), input(ticket.id))).toMatchObject({ code: "ALREADY_BOOKED" });
  });

  it("is refused outside of what is offered, and shows what is near", async () => {
    const ticket = await authorisedTicket();
    const refused = await bookAppointment(context(ana), input(ticket.id, { startsAt: at("2026-11-19T17:30") }));
    expect(refused).toMatchObject({ ok: false, code: "SLOT_TAKEN", details: { slots: expect.arrayContaining([{ startsAt: "2026-11-19T23:00:00Z", endsAt: "2026-11-20T00:00:00Z" }]) } });
  });
});

describe("two at once", () => {
  it("for one agent's last slot: one has it, the other is shown others", async () => {
    await testDb().agentAvailability.deleteMany({ where: { agentId: elena.userId } });
    const tickets = await Promise.all(Array.from({ length: 6 }, () => authorisedTicket()));
    const answers = await Promise.all(tickets.map((ticket) => bookAppointment(context(ana), input(ticket.id))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.every((answer) => !answer.ok && answer.code === "SLOT_TAKEN")).toBe(true);
    expect(refused.every((answer) => !answer.ok && (answer.details as { slots: unknown[] }).slots.length === 6)).toBe(true);
    expect(await testDb().appointment.count()).toBe(1);
  });

  it("for two agents' same slot: both are served, by one each", async () => {
    const tickets = await Promise.all([authorisedTicket(), authorisedTicket(), authorisedTicket()]);
    const answers = await Promise.all(tickets.map((ticket) => bookAppointment(context(ana), input(ticket.id))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    const agents = (await testDb().appointment.findMany({ select: { agentId: true } })).map(({ agentId }) => agentId);
    expect(new Set(agents).size).toBe(2);
  });
});

describe("proposing by the desk", () => {
  const times = [at("2026-11-19T10:00"), at("2026-11-20T12:00")];

  it("holds each time, and the customer's yes to one lets the others go", async () => {
    const ticket = await authorisedTicket();
    unwrap(await proposeAppointment(context(carla), { ticketId: ticket.id, agentId: carla.userId, kind: "phone", phone: null, startsAt: times, submissionKey: randomUUID() }));
    expect((await listAwaiting(context(ana))).map(({ id }) => id)).toHaveLength(2);
    expect(await listAwaiting(context(carla))).toEqual([]);
    const [first, second] = await listTicketAppointments(context(ana), ticket.id);
    expect([first?.awaits, second?.awaits]).toEqual(["customer", "customer"]);
    expect(await confirmAppointment(context(carla), { appointmentId: first!.id, phone: null })).toMatchObject({ code: "APPOINTMENT_AWAITS_OTHER" });
    expect(await confirmAppointment(context(ana), { appointmentId: first!.id, phone: null })).toMatchObject({ code: "PHONE_NEEDED" });
    unwrap(await confirmAppointment(context(ana), { appointmentId: second!.id, phone: "+525512345678" }));
    expect((await stateOf(ticket.id)).map(({ state }) => state)).toEqual(["cancelled", "confirmed"]);
    unwrap(await confirmAppointment(context(ana), { appointmentId: second!.id, phone: null }));
  });

  it("both confirmed at once by two people of the customer: one is", async () => {
    const ticket = await authorisedTicket();
    unwrap(await proposeAppointment(context(carla), { ticketId: ticket.id, agentId: carla.userId, kind: "remote", phone: null, startsAt: times, submissionKey: randomUUID() }));
    const views = await listTicketAppointments(context(ana), ticket.id);
    const answers = await Promise.all(views.map(({ id }) => confirmAppointment(context(ana), { appointmentId: id, phone: null })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["APPOINTMENT_OVER", "ok"]);
  });

  it("is taken the place of by a time that the customer books", async () => {
    const ticket = await authorisedTicket();
    unwrap(await proposeAppointment(context(carla), { ticketId: ticket.id, agentId: carla.userId, kind: "remote", phone: null, startsAt: times, submissionKey: randomUUID() }));
    unwrap(await bookAppointment(context(ana), input(ticket.id, { startsAt: times[0]! })));
    expect((await stateOf(ticket.id)).map(({ state }) => state).sort()).toEqual(["cancelled", "cancelled", "proposed"]);
    expect(await testDb().ticketEvent.count({ where: { ticketId: ticket.id, type: "appointment.cancelled" } })).toBe(2);
  });

  it("refuses times that overlap each other, and an agent without a week", async () => {
    const ticket = await authorisedTicket();
    const form = { ticketId: ticket.id, agentId: carla.userId, kind: "phone" as const, phone: null, startsAt: [at("2026-11-19T10:00"), at("2026-11-19T10:30")], submissionKey: randomUUID() };
    expect(await proposeAppointment(context(carla), form)).toMatchObject({ code: "SLOTS_OVERLAP", details: { minutes: 60 } });
    await testDb().agentAvailability.deleteMany({ where: { agentId: elena.userId } });
    expect(await proposeAppointment(context(carla), { ...form, agentId: elena.userId, startsAt: times })).toMatchObject({ code: "AGENT_UNAVAILABLE" });
  });
});
