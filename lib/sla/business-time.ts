import { amountOf, instantOf, millisecondsOf, minutesOf, timelineOf } from "./amounts";
import type { BusinessCalendar } from "./calendar";
import { dueFrom, joinPauses, runOver, runningBetween } from "./pauses";
import { SlaError } from "./errors";
import type { ClockKind, Pause } from "./types";

/**
 * Business time: pure arithmetic on a compiled calendar, the same on every machine. The cost does not grow with the span.
 *
 * All of it reads instants to the millisecond, serves the years 1900 to 2199, and throws SlaError for the rest (OUT_OF_HORIZON), for
 * minutes that are negative or not finite (INVALID_MINUTES) and for an unknown clock (UNKNOWN_CLOCK).
 * A clock change is read off the wall, minute by minute: timeline.ts says how. A holiday removes the openings that start on it.
 */
export { compileCalendar, type BusinessCalendar } from "./calendar";
export { SlaError, type SlaErrorCode } from "./errors";
export { explainDue, type DueExplanation, type DueStep } from "./explain";
export type { CalendarDefinition, ClockKind, IsoDate, OpeningInterval, Pause, Weekday } from "./types";

/**
 * The instant by which `minutes` of the clock have run since `start`. Used up exactly at closing time ends at closing time; a start
 * outside hours waits for the next opening, also with zero minutes. Fractions of a minute are rounded to the millisecond.
 */
export function addBusinessMinutes(
  calendar: BusinessCalendar,
  start: Temporal.Instant,
  minutes: number,
  clock: ClockKind,
): Temporal.Instant {
  return instantOf(dueFrom(timelineOf(calendar, clock).running, millisecondsOf(start), amountOf(minutes)));
}

/**
 * The last instant from which `minutes` of the clock still run until `due`: where a deadline of so long before stands. Inside a closed
 * stretch it is the end of that stretch. Throws OUT_OF_HORIZON when the clock has not run that long since 1900.
 */
export function latestStartFor(calendar: BusinessCalendar, due: Temporal.Instant, minutes: number, clock: ClockKind): Temporal.Instant {
  const { running } = timelineOf(calendar, clock);
  const at = millisecondsOf(due);
  const open = running.openBefore(at) - amountOf(minutes);
  if (open < 0) throw new SlaError("OUT_OF_HORIZON", "The calendar has not been open that long since 1900. Ask for fewer minutes.");
  return instantOf(Math.min(at, running.latestWith(open)));
}

/** Minutes of the clock between two instants, real elapsed ones; negative when `to` is before `from`. */
export function businessMinutesBetween(
  calendar: BusinessCalendar,
  from: Temporal.Instant,
  to: Temporal.Instant,
  clock: ClockKind,
): number {
  const { running } = timelineOf(calendar, clock);
  return minutesOf(running.openBefore(millisecondsOf(to)) - running.openBefore(millisecondsOf(from)));
}

/** Whether the clock runs at this instant: openings count, closings do not. */
export function isOpen(calendar: BusinessCalendar, at: Temporal.Instant, clock: ClockKind = "business-hours"): boolean {
  const milliseconds = millisecondsOf(at);
  return timelineOf(calendar, clock).running.nextRunning(milliseconds) === milliseconds;
}

/**
 * As addBusinessMinutes, but time inside a pause does not count. Pauses may touch, overlap, be empty, be unsorted or begin before the
 * start; one that begins at the due instant changes nothing. null while a pause without an end holds the clock.
 * Throws INVALID_PAUSE for a pause that ends before it begins.
 */
export function dueAtWithPauses(
  calendar: BusinessCalendar,
  { start, minutes, pauses }: { start: Temporal.Instant; minutes: number; pauses: readonly Pause[] },
  clock: ClockKind,
): Temporal.Instant | null {
  const { dueAt } = runOver(timelineOf(calendar, clock).running, {
    start: millisecondsOf(start),
    amount: amountOf(minutes),
    pauses: joinPauses(pauses),
  });
  return dueAt === null ? null : instantOf(dueAt);
}

/** Minutes of the clock from `start` to `end` outside the pauses; 0 when `end` is not after `start`. */
export function businessMinutesWithPauses(
  calendar: BusinessCalendar,
  { start, end, pauses }: { start: Temporal.Instant; end: Temporal.Instant; pauses: readonly Pause[] },
  clock: ClockKind,
): number {
  const from = millisecondsOf(start);
  const to = Math.max(from, millisecondsOf(end));
  return minutesOf(runningBetween(timelineOf(calendar, clock).running, { from, to, pauses: joinPauses(pauses) }));
}
