/** How a promise counts time: only within opening hours, or all 24 hours of every working day. */
export type ClockKind = "business-hours" | "business-days";

export const CLOCK_KINDS = ["business-hours", "business-days"] as const satisfies readonly ClockKind[];

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** Monday first: a week begins on Monday throughout this domain. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

/** A calendar date, "YYYY-MM-DD", in the calendar's own zone. */
export type IsoDate = string;

/**
 * Wall times "HH:MM", half-open [start, end). "24:00" ends the day; an end at or before the start falls on the next day,
 * and the whole interval then belongs to the date on which it starts.
 */
export type OpeningInterval = readonly [start: string, end: string];

export interface CalendarDefinition {
  /** An IANA name: "America/Mexico_City". */
  timeZone: string;
  weekly: Readonly<Record<Weekday, readonly OpeningInterval[]>>;
  /** Dates on which nothing opens. What opened the day before still runs past midnight. */
  holidays: readonly IsoDate[];
  /** Special days: the intervals replace the week's on that date; [] closes it. A holiday on the same date wins. */
  overrides?: Readonly<Record<IsoDate, readonly OpeningInterval[]>>;
}

/** Half-open [from, to); `to` is null while the pause lasts. */
export interface Pause {
  from: Temporal.Instant;
  to: Temporal.Instant | null;
}

/** Why a whole date does not count: a holiday; a Saturday or Sunday without hours; any other date without hours. */
export type ClosedReason = "holiday" | "weekend" | "closed";
