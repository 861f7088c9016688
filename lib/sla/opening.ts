import { instantOf, millisecondsOf, timelineOf } from "./amounts";
import type { BusinessCalendar, ClockTimeline } from "./calendar";
import { SlaError } from "./errors";
import { DAY, isoDateOf, weekdayIndexOf } from "./local-time";
import { NEVER } from "./timeline";
import type { ClockKind, IsoDate } from "./types";
import { HORIZON_START } from "./zone";

export interface OpeningStatus {
  isOpen: boolean;
  /** The next opening or closing; null when there is none before 2200. */
  changesAt: Temporal.Instant | null;
}

export interface Opening {
  opensAt: Temporal.Instant;
  /** null when it does not close before 2200. */
  closesAt: Temporal.Instant | null;
}

export interface UpcomingHoliday {
  date: IsoDate;
  /** false where nothing would open anyway, as on a Sunday. */
  closesWorkingDay: boolean;
}

const MOST_LISTED = 1000;

export function openingStatusAt(calendar: BusinessCalendar, now: Temporal.Instant, clock: ClockKind = "business-hours"): OpeningStatus {
  const at = millisecondsOf(now);
  const { running, stopped } = timelineOf(calendar, clock);
  const opensAt = running.nextRunning(at);
  const changesAt = opensAt === at ? stopped.nextRunning(at) : opensAt;
  return { isOpen: opensAt === at, changesAt: instantOrNull(changesAt) };
}

/** The opening under way, with its true beginning, and those after it: fewer than `count` (up to 1,000) only when there are no more. */
export function nextOpenings(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
  count: number,
  clock: ClockKind = "business-hours",
): Opening[] {
  refuseCount(count);
  const timeline = timelineOf(calendar, clock);
  const openings: Opening[] = [];
  let cursor = millisecondsOf(from);
  while (openings.length < count) {
    const opensAt = timeline.running.nextRunning(cursor);
    if (opensAt === NEVER) break;
    const closesAt = timeline.stopped.nextRunning(opensAt);
    openings.push({ opensAt: instantOf(beganAt(timeline, opensAt)), closesAt: instantOrNull(closesAt) });
    if (closesAt === NEVER) break;
    cursor = closesAt;
  }
  return openings;
}

/** Holidays of the calendar from `from`'s local date on, that date included, ascending. */
export function upcomingHolidays(calendar: BusinessCalendar, from: Temporal.Instant, count: number): UpcomingHoliday[] {
  refuseCount(count);
  const at = millisecondsOf(from);
  const today = Math.floor((at + calendar.zone.offsetAt(at)) / DAY);
  return calendar.schedule.holidays
    .filter((day) => day >= today)
    .slice(0, count)
    .map((day) => ({ date: isoDateOf(day), closesWorkingDay: calendar.schedule.regularOn(weekdayIndexOf(day)).length > 0 }));
}

/** When the opening that is under way at `at` began: the instant since which no more time has been closed. */
function beganAt({ stopped }: ClockTimeline, at: number): number {
  const closed = stopped.openBefore(at);
  return closed === 0 ? HORIZON_START : stopped.earliestWith(closed);
}

function instantOrNull(milliseconds: number): Temporal.Instant | null {
  return milliseconds === NEVER ? null : instantOf(milliseconds);
}

function refuseCount(count: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= MOST_LISTED) return;
  throw new SlaError("INVALID_COUNT", `${String(count)} is not a number of entries. Ask for 1 to ${MOST_LISTED}.`);
}
