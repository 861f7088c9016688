import { seedDemonstration } from "@/prisma/seed/demonstration";
import { APPOINTMENT_STATES } from "@/lib/appointments/types";
import { toDate } from "@/lib/time/instants";
import { forgetAcceptances } from "@/tests/support/cast";
import { at } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";

useDatabase();

/** A Saturday night: nothing of it may hang on the desk being open. */
const NOW = at("2026-11-28T23:10");

it("the demonstration has an appointment in each state, and nothing ahead of what it says", async () => {
  const db = testDb();
  await forgetAcceptances(db);
  await db.product.deleteMany();
  await db.user.deleteMany();
  await db.organization.deleteMany();
  await seedDemonstration({ db, now: NOW, password: "Demostracion-2026" });
  const states = await db.appointment.groupBy({ by: ["state"], _count: true });
  expect(states.map(({ state }) => state).sort()).toEqual([...APPOINTMENT_STATES].sort());
  expect(await db.appointment.count({ where: { state: { in: ["finished", "missed"] }, startsAt: { gte: toDate(NOW) } } })).toBe(0);
  expect(await db.appointment.count({ where: { state: { in: ["proposed", "confirmed"] }, startsAt: { lte: toDate(NOW) } } })).toBe(0);
  // The session that was held, and the call that the customer missed.
  expect((await db.timeEntry.findMany({ where: { appointmentId: { not: null } }, orderBy: { minutes: "desc" }, select: { minutes: true, billableMinutes: true } }))).toEqual([{ minutes: 46, billableMinutes: 46 }, { minutes: 30, billableMinutes: 30 }]);
}, 120_000);
