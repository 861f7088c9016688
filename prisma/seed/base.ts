import type { Db } from "@/lib/db/client";
import { versionHash } from "@/lib/policies/version-hash";
import { mexicanStatutoryHolidays } from "@/lib/sla/holidays";
import type { CalendarDefinition } from "@/lib/sla/types";
import { dayAt, fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";
import { departments } from "./content/departments";
import { readMarkdownFolder } from "./markdown-folder";
import { seedSynonyms } from "./synonyms";

const HOUR = 60;
const YEARS_AHEAD = 10;

/** What every desk needs before its first ticket: hours, promises, departments, the policy and what searches take for the same. Leaves alone what is there. */
export async function seedBase({ db, now }: { db: Db; now: Temporal.Instant }): Promise<void> {
  if ((await db.calendarVersion.count()) === 0) {
    await db.calendarVersion.create({ data: { version: 1, definition: policyCalendar(now) as never } });
  }
  if ((await db.slaPolicyVersion.count()) === 0) {
    // Policy, 5: baja 72 h, media 48 h, alta 24 h, counted in business hours; it promises no solution times.
    await db.slaPolicyVersion.create({
      data: { version: 1, clock: "business_hours", lowResponseMinutes: 72 * HOUR, mediumResponseMinutes: 48 * HOUR, highResponseMinutes: 24 * HOUR },
    });
  }
  if ((await db.department.count()) === 0) await db.department.createMany({ data: departments.map((each) => ({ ...each })) });
  if ((await db.policyPage.count()) === 0) {
    for (const { slug, fields, body } of readMarkdownFolder("policies")) {
      const text = { title: fields.title ?? slug, summary: fields.summary ?? "", body };
      const first = { ...text, number: 1, createdAt: toDate(now), publishedAt: toDate(now), effectiveOn: fromDay(dayAt(now, "America/Mexico_City")), sha256: versionHash(text) };
      await db.policyPage.create({ data: { slug, position: Number(fields.position ?? 0), requiresAcceptance: fields.acceptance === "yes", versions: { create: first } } });
    }
  }
  await seedSynonyms({ db, now });
}

/** Policy, 4: Monday to Friday, 9 to 18, Mexico City, statutory holidays of the law. */
export function policyCalendar(now: Temporal.Instant): CalendarDefinition {
  const year = now.toZonedDateTimeISO("America/Mexico_City").year;
  const years = Array.from({ length: YEARS_AHEAD + 3 }, (_, index) => year - 2 + index);
  const day: [string, string][] = [["09:00", "18:00"]];
  return {
    timeZone: "America/Mexico_City",
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: years.flatMap((each) => mexicanStatutoryHolidays(each).map((holiday) => holiday.date)),
  };
}
