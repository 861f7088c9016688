import type { BusinessCalendar, ClockTimeline } from "./calendar";
import { SlaError } from "./errors";
import { MINUTE } from "./local-time";
import { NEVER } from "./timeline";
import { CLOCK_KINDS, type ClockKind } from "./types";
import { HORIZON_END, HORIZON_START } from "./zone";

/** Instants are read to the millisecond, what is finer is cut off: the database keeps no more either. */
export function millisecondsOf(instant: Temporal.Instant): number {
  const milliseconds = instant.epochMilliseconds;
  if (milliseconds >= HORIZON_START && milliseconds <= HORIZON_END) return milliseconds;
  throw new SlaError("OUT_OF_HORIZON", `${instant.toString()} is outside the years 1900 to 2199 that calendars serve. Check the date.`);
}

export function instantOf(milliseconds: number): Temporal.Instant {
  if (milliseconds !== NEVER) return Temporal.Instant.fromEpochMilliseconds(milliseconds);
  throw new SlaError(
    "OUT_OF_HORIZON",
    "The calendar does not open for long enough before 2200. Give it weekly hours, remove holidays, or ask for fewer minutes.",
  );
}

/** Fractions of a minute are rounded to the millisecond. */
export function amountOf(minutes: number): number {
  if (Number.isFinite(minutes) && minutes >= 0) return Math.round(minutes * MINUTE);
  throw new SlaError("INVALID_MINUTES", `${String(minutes)} is not a number of minutes. Give a finite number, zero or more.`);
}

export function minutesOf(milliseconds: number): number {
  return milliseconds / MINUTE;
}

export function timelineOf(calendar: BusinessCalendar, clock: ClockKind): Readonly<ClockTimeline> {
  const timeline = calendar.timelines[clock];
  if (timeline) return timeline;
  throw new SlaError("UNKNOWN_CLOCK", `${JSON.stringify(clock)} is not a clock. Use ${CLOCK_KINDS.join(" or ")}.`);
}
