import { readSchedule, type Schedule } from "./definition";
import { SlaError } from "./errors";
import { buildLocalLine, type DayInterval, type LocalLine } from "./local-line";
import { DAY } from "./local-time";
import { Timeline } from "./timeline";
import type { CalendarDefinition, ClockKind, OpeningInterval } from "./types";
import { HORIZON_END, HORIZON_START, zoneNamed, type Zone } from "./zone";

/** When a clock runs and, the same turned round, when it does not. */
export interface ClockTimeline {
  running: Timeline;
  stopped: Timeline;
}

/** Made by compileCalendar only; frozen throughout. `definition` is the checked copy, everything else serves the arithmetic. */
export type BusinessCalendar = Readonly<{
  definition: Readonly<Required<CalendarDefinition>>;
  zone: Zone;
  schedule: Readonly<Schedule>;
  timelines: Readonly<Record<ClockKind, Readonly<ClockTimeline>>>;
}>;

const ALL_DAY: readonly DayInterval[] = [{ start: 0, end: DAY }];
const NO_DAY: readonly DayInterval[] = [];

/**
 * Checks a definition and prepares it; a few milliseconds, most of them the first time a zone is seen. Throws SlaError:
 * UNKNOWN_TIME_ZONE, INVALID_WEEKDAY, INVALID_INTERVAL, OVERLAPPING_INTERVALS, INVALID_HOLIDAY, INVALID_OVERRIDE, CALENDAR_NEVER_OPENS.
 */
export function compileCalendar(definition: CalendarDefinition): BusinessCalendar {
  const zone = zoneNamed(definition.timeZone);
  const schedule = readSchedule(definition);
  const hours = lineOf(schedule, (intervals) => intervals);
  const days = lineOf(schedule, (intervals) => (intervals.length > 0 ? ALL_DAY : NO_DAY));
  const calendar = {
    definition: copyOf(definition, zone),
    zone,
    schedule: Object.freeze(schedule),
    timelines: Object.freeze({ "business-hours": timelinesOf(zone, hours), "business-days": timelinesOf(zone, days) }),
  };
  if (calendar.timelines["business-hours"].running.total === 0) {
    throw new SlaError(
      "CALENDAR_NEVER_OPENS",
      "Holidays or special days close the calendar on every date from 1900 to 2199. Remove some of them.",
    );
  }
  return Object.freeze(calendar);
}

function lineOf(schedule: Schedule, adapt: (intervals: readonly DayInterval[]) => readonly DayInterval[]): LocalLine {
  return buildLocalLine({
    firstDay: Math.floor(HORIZON_START / DAY),
    lastDay: Math.floor(HORIZON_END / DAY),
    regularOn: (weekday) => adapt(schedule.regularOn(weekday)),
    intervalsOn: (epochDay) => adapt(schedule.intervalsOn(epochDay)),
    exceptions: schedule.exceptions,
  });
}

function timelinesOf(zone: Zone, line: LocalLine): Readonly<ClockTimeline> {
  return Object.freeze({ running: new Timeline(zone, line), stopped: new Timeline(zone, line.complement()) });
}

/** A deep, frozen copy: the caller keeps no handle on what the calendar says of itself. */
function copyOf({ weekly, holidays, overrides }: CalendarDefinition, zone: Zone): Readonly<Required<CalendarDefinition>> {
  const days = Object.entries(overrides ?? {}).map(([date, intervals]) => [date, frozenIntervals(intervals)] as const);
  return Object.freeze({
    timeZone: zone.id,
    weekly: Object.freeze({
      mon: frozenIntervals(weekly.mon),
      tue: frozenIntervals(weekly.tue),
      wed: frozenIntervals(weekly.wed),
      thu: frozenIntervals(weekly.thu),
      fri: frozenIntervals(weekly.fri),
      sat: frozenIntervals(weekly.sat),
      sun: frozenIntervals(weekly.sun),
    }),
    holidays: Object.freeze([...holidays]),
    overrides: Object.freeze(Object.fromEntries(days)),
  });
}

function frozenIntervals(intervals: readonly OpeningInterval[] = []): readonly OpeningInterval[] {
  return Object.freeze(intervals.map(([start, end]) => Object.freeze([start, end] as const)));
}
