import { compileCalendar, type BusinessCalendar, type CalendarDefinition, type OpeningInterval } from "@/lib/sla/business-time";

const NINE_TO_SIX: OpeningInterval[] = [["09:00", "18:00"]];

/** Monday to Friday; the rest is closed. */
export function workWeek(intervals: OpeningInterval[] = NINE_TO_SIX): CalendarDefinition["weekly"] {
  return { mon: intervals, tue: intervals, wed: intervals, thu: intervals, fri: intervals, sat: [], sun: [] };
}

export function everyDay(intervals: OpeningInterval[]): CalendarDefinition["weekly"] {
  return { ...workWeek(intervals), sat: intervals, sun: intervals };
}

export function only(days: Partial<CalendarDefinition["weekly"]>): CalendarDefinition["weekly"] {
  return { ...everyDay([]), ...days };
}

/** The policy's desk: Monday to Friday 9 to 18 in Mexico City, closed on 16 September and 16 November 2026. */
export function mexicanDesk(changes: Partial<CalendarDefinition> = {}): BusinessCalendar {
  return compileCalendar({
    timeZone: "America/Mexico_City",
    weekly: workWeek(),
    holidays: ["2026-09-16", "2026-11-16"],
    ...changes,
  });
}

/** A local reading in Mexico City, "2026-06-01 10:00"; always -06:00 in 2026. */
export function mexico(local: string): Temporal.Instant {
  return Temporal.Instant.from(`${local.replace(" ", "T")}-06:00`);
}

export function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

export function codeOf(refused: () => unknown): string {
  try {
    refused();
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
  return "nothing was refused";
}
