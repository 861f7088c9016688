import { SlaError, type SlaErrorCode } from "./errors";
import type { DayInterval } from "./local-line";
import { DAY, MINUTE, WEEK, epochDayOf, isoDateOf, weekdayIndexOf } from "./local-time";
import { WEEKDAYS, type CalendarDefinition, type ClosedReason, type OpeningInterval } from "./types";

/** What opens on which date, exceptions applied. Days are epoch days, times local milliseconds from midnight. */
export interface Schedule {
  /** 0 = Monday. */
  regularOn(weekday: number): readonly DayInterval[];
  intervalsOn(epochDay: number): readonly DayInterval[];
  /** null for a working day. */
  closedReasonOn(epochDay: number): ClosedReason | null;
  exceptions: readonly number[];
  /** Ascending epoch days. */
  holidays: readonly number[];
}

const CLOSED: readonly DayInterval[] = [];

/** Reads and checks everything but the zone. Throws SlaError. */
export function readSchedule(definition: CalendarDefinition): Schedule {
  const weekly = readWeek(definition.weekly);
  const holidays = readHolidays(definition.holidays);
  const overrides = readOverrides(definition.overrides ?? {});

  function intervalsOn(epochDay: number): readonly DayInterval[] {
    if (holidays.has(epochDay)) return CLOSED;
    return overrides.get(epochDay) ?? weekly[weekdayIndexOf(epochDay)]!;
  }
  function closedReasonOn(epochDay: number): ClosedReason | null {
    if (holidays.has(epochDay)) return "holiday";
    if (intervalsOn(epochDay).length > 0) return null;
    return weekdayIndexOf(epochDay) >= 5 && !overrides.has(epochDay) ? "weekend" : "closed";
  }

  refuseOverlapsAround(overrides.keys(), intervalsOn);
  refuseEmpty(weekly, [...overrides.keys()].map(intervalsOn));
  return {
    regularOn: (weekday) => weekly[weekday]!,
    intervalsOn,
    closedReasonOn,
    exceptions: Object.freeze([...new Set([...holidays, ...overrides.keys()])]),
    holidays: Object.freeze([...holidays].sort((a, b) => a - b)),
  };
}

/** A weekday that is left out is closed; one that does not exist is a typing error and is refused. */
function readWeek(weekly: CalendarDefinition["weekly"]): readonly (readonly DayInterval[])[] {
  for (const day of Object.keys(weekly)) {
    if (!WEEKDAYS.some((weekday) => weekday === day)) {
      throw new SlaError("INVALID_WEEKDAY", `"${day}" is not a weekday. Use ${WEEKDAYS.join(", ")}.`);
    }
  }
  const days = WEEKDAYS.map((day) => readIntervals(weekly[day] ?? [], day));
  const week = days.flatMap((intervals, day) => intervals.map(({ start, end }) => ({ start: start + day * DAY, end: end + day * DAY })));
  const first = week[0];
  if (first) refuseOverlaps([...week, { start: first.start + WEEK, end: first.end + WEEK }], describeInWeek);
  return days;
}

function readHolidays(holidays: readonly string[]): Set<number> {
  return new Set(holidays.map((date) => readDate(date, "INVALID_HOLIDAY")));
}

function readOverrides(overrides: NonNullable<CalendarDefinition["overrides"]>): Map<number, readonly DayInterval[]> {
  return new Map(
    Object.entries(overrides).map(([date, intervals]) => [readDate(date, "INVALID_OVERRIDE"), readIntervals(intervals, date)]),
  );
}

function readDate(date: string, code: SlaErrorCode): number {
  const epochDay = epochDayOf(date);
  if (epochDay !== null) return epochDay;
  throw new SlaError(code, `${JSON.stringify(date)} is not a date. Write an existing one as "YYYY-MM-DD".`);
}

/** Ascending; overlaps within the date and with its neighbours are looked for later, all at once. */
function readIntervals(intervals: readonly OpeningInterval[], where: string): readonly DayInterval[] {
  return Object.freeze(intervals.map((interval) => readInterval(interval, where)).sort((a, b) => a.start - b.start));
}

function readInterval(interval: OpeningInterval, where: string): DayInterval {
  const [from, to] = interval;
  const start = readWallTime(from);
  const end = to === "24:00" ? DAY : readWallTime(to);
  if (interval.length !== 2 || start === null || end === null) {
    throw new SlaError(
      "INVALID_INTERVAL",
      `${JSON.stringify(interval)} (${where}) is not an interval. Write ["HH:MM", "HH:MM"], from 00:00 to 23:59; "24:00" may end it.`,
    );
  }
  return Object.freeze({ start, end: end <= start ? end + DAY : end });
}

function readWallTime(text: unknown): number | null {
  if (typeof text !== "string" || !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return null;
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE;
}

function refuseOverlapsAround(days: Iterable<number>, intervalsOn: (epochDay: number) => readonly DayInterval[]): void {
  for (const day of days) {
    const around = [-1, 0, 1].flatMap((step) =>
      intervalsOn(day + step).map(({ start, end }) => ({ start: start + (day + step) * DAY, end: end + (day + step) * DAY })),
    );
    refuseOverlaps(around, (interval) => `${isoDateOf(Math.floor(interval.start / DAY))} ${timeOf(interval.start)}-${timeOf(interval.end)}`);
  }
}

/** `intervals` ascend by start. Intervals that only touch are one opening and allowed. */
function refuseOverlaps(intervals: readonly DayInterval[], describe: (interval: DayInterval) => string): void {
  intervals.forEach((interval, i) => {
    const next = intervals[i + 1];
    if (!next || next.start >= interval.end) return;
    throw new SlaError(
      "OVERLAPPING_INTERVALS",
      `${describe(interval)} and ${describe(next)} overlap. Join them into one interval, or end the first before the second starts.`,
    );
  });
}

function refuseEmpty(...days: (readonly (readonly DayInterval[])[])[]): void {
  if (days.flat(2).length > 0) return;
  throw new SlaError("CALENDAR_NEVER_OPENS", "The calendar has no opening hours. Give at least one weekday an interval.");
}

function describeInWeek(interval: DayInterval): string {
  const day = WEEKDAYS[Math.floor(interval.start / DAY) % 7]!;
  return `${day} ${timeOf(interval.start)}-${timeOf(interval.end)}`;
}

function timeOf(local: number): string {
  return new Date(local).toISOString().slice(11, 16);
}
