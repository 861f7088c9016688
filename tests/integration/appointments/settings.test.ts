import { findAvailability } from "@/lib/appointments/availability-queries";
import { findBookingOptions } from "@/lib/appointments/booking-options";
import { addAbsence, editWeek, removeAbsence } from "@/lib/appointments/commands/edit-availability";
import { editAppointmentSettings } from "@/lib/appointments/commands/edit-settings";
import { DEFAULT_RULES } from "@/lib/appointments/rules";
import { appointmentSettingsSchema, bookSchema } from "@/lib/appointments/schema";
import { readAppointmentRules } from "@/lib/appointments/settings";
import { appointmentRow, authorisedTicket, availableAllWeek, context } from "@/tests/integration/appointments/support/world";
import { ana, carla, diego } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const empty = { day1: "", day2: "", day3: "", day4: "", day5: "", day6: "", day7: "" };

describe("the settings", () => {
  it("are those of the product until somebody changes them, and nobody writes over another unseen", async () => {
    expect(await readAppointmentRules(testDb())).toEqual(DEFAULT_RULES);
    const answers = await Promise.all([15, 60].map((slotMinutes) => editAppointmentSettings(context(diego), { ...DEFAULT_RULES, slotMinutes, version: 0 })));
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.code)).sort()).toEqual(["APPOINTMENT_SETTINGS_CHANGED", "ok"]);
    expect(await editAppointmentSettings(context(diego), { ...DEFAULT_RULES, version: 0 })).toMatchObject({ code: "APPOINTMENT_SETTINGS_CHANGED", details: { version: 1 } });
    expect(await editAppointmentSettings(context(diego), { ...DEFAULT_RULES, version: 1 })).toEqual({ ok: true, data: { version: 2 } });
  });

  it("take no template that a browser would run", () => {
    const form = { slotMinutes: "30", leadMinutes: "0", lateMinutes: "0", lateCostMinutes: "0", remoteTool: "other", linkTemplate: "javascript:alert('{code}')", version: "0" };
    expect(appointmentSettingsSchema.safeParse(form).error?.issues).toMatchObject([{ path: ["linkTemplate"], message: "field.template_scheme" }]);
    expect(appointmentSettingsSchema.safeParse({ ...form, linkTemplate: "https://remoto.example/{code}" }).success).toBe(true);
  });
});

describe("a booking's form", () => {
  const form = { ticketId: "00000000-0000-4000-8000-000000000001", kind: "phone", phone: "55 1234 5678", startsAt: "2026-11-19T16:00:00Z", submissionKey: "00000000-0000-4000-8000-000000000002" };
  it("wants a number for a call and none for a session", () => {
    expect(bookSchema.parse(form)).toMatchObject({ phone: "+525512345678" });
    expect(bookSchema.safeParse({ ...form, phone: "" }).error?.issues).toMatchObject([{ path: ["phone"], message: "field.phone" }]);
    expect(bookSchema.parse({ ...form, kind: "remote", phone: "" })).toMatchObject({ phone: null });
  });
});

describe("availability", () => {
  it("is a week of one's own that is offered at once", async () => {
    await testDb().agentAvailability.deleteMany();
    const ticket = await authorisedTicket();
    const offered = async () => (await findBookingOptions(context(ana), ticket.reference))!.slots.map(({ startsAt }) => startsAt);
    expect(await offered()).toEqual([]);
    unwrap(await editWeek(context(carla), { ...empty, agentId: carla.userId, day4: "10:00-12:00" }));
    expect((await offered()).slice(0, 3)).toEqual(["2026-11-19T16:00:00Z", "2026-11-19T16:30:00Z", "2026-11-19T17:00:00Z"]);
    expect(await editWeek(context(carla), { ...empty, agentId: carla.userId, day4: "10:00-12:00, 11:00-13:00" })).toMatchObject({ code: "SPANS_OVERLAP", details: { weekday: 4, spans: "10:00-12:00, 11:00-13:00" } });
    expect((await offered())[0]).toBe("2026-11-19T16:00:00Z");
  });

  it("saved twice at once is one of both, whole", async () => {
    const weeks = ["09:00-10:00", "09:30-11:00", "09:45-12:00"];
    const answers = await Promise.all(weeks.map((day1) => editWeek(context(carla), { ...empty, agentId: carla.userId, day1 })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect((await findAvailability(context(carla), carla.userId))!.week).toHaveLength(1);
  });

  it("has absences that do not overlap, and says what is booked in them", async () => {
    await availableAllWeek(carla);
    const ticket = await authorisedTicket();
    await appointmentRow({ ticketId: ticket.id, quoteId: ticket.quoteId, startsAt: at("2026-11-24T10:00") });
    const day = (text: string) => Temporal.PlainDateTime.from(text);
    const absence = { agentId: carla.userId, from: day("2026-11-24T09:00"), to: day("2026-11-26T18:00"), reason: "Curso" };
    expect(await addAbsence(context(carla), absence)).toMatchObject({ ok: true, data: { booked: 1 } });
    expect(await addAbsence(context(carla), { ...absence, from: day("2026-11-26T17:59"), to: day("2026-11-27T10:00") })).toMatchObject({ code: "ABSENCES_OVERLAP" });
    expect(await addAbsence(context(carla), { ...absence, to: absence.from })).toMatchObject({ code: "ABSENCE_ENDS_BEFORE" });
    expect(await addAbsence(context(carla), { ...absence, from: day("2026-11-02T09:00"), to: day("2026-11-03T09:00") })).toMatchObject({ code: "ABSENCE_OVER" });
    const view = await findAvailability(context(carla), carla.userId);
    expect(view!.absences).toMatchObject([{ startsAt: "2026-11-24T15:00:00.000Z", endsAt: "2026-11-27T00:00:00.000Z", reason: "Curso" }]);
    unwrap(await removeAbsence(context(carla), { absenceId: view!.absences[0]!.id }));
    expect(await removeAbsence(context(carla), { absenceId: view!.absences[0]!.id })).toMatchObject({ code: "ABSENCE_GONE" });
  });
});
