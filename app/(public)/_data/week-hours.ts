import type { BusinessCalendar } from "@/lib/sla/business-time";
import { WEEKDAYS, type Weekday } from "@/lib/sla/types";

/** Neighbouring days with the same hours, as one line of the timetable. Times are local "9:00", "24:00" ends a day. */
export interface HoursLine {
  first: Weekday;
  last: Weekday;
  dayCount: number;
  intervals: Array<{ from: string; to: string }>;
  isAllDay: boolean;
}

export function weekHours(calendar: BusinessCalendar): HoursLine[] {
  const lines: HoursLine[] = [];
  WEEKDAYS.forEach((day, index) => {
    const intervals = calendar.schedule.regularOn(index).map(({ start, end }) => ({ from: clockTime(start), to: clockTime(end) }));
    const previous = lines.at(-1);
    if (previous && JSON.stringify(previous.intervals) === JSON.stringify(intervals)) {
      previous.last = day;
      previous.dayCount += 1;
      return;
    }
    const isAllDay = intervals.length === 1 && intervals[0]?.from === "0:00" && intervals[0].to === "24:00";
    lines.push({ first: day, last: day, dayCount: 1, intervals, isAllDay });
  });
  return lines;
}

/** Minutes that the desk is open on a working day; null when working days differ. */
export function minutesOfWorkingDay(calendar: BusinessCalendar): number | null {
  const lengths = WEEKDAYS.map((_, index) =>
    calendar.schedule.regularOn(index).reduce((total, { start, end }) => total + (end - start) / MINUTE, 0),
  ).filter((minutes) => minutes > 0);
  const [length] = lengths;
  return length !== undefined && lengths.every((minutes) => minutes === length) ? length : null;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Local milliseconds from midnight; past midnight it is the next day's time. */
function clockTime(milliseconds: number): string {
  const minutes = (milliseconds > DAY ? milliseconds - DAY : milliseconds) / MINUTE;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
