import { businessMinutesWithPauses, dueAtWithPauses, type BusinessCalendar } from "./business-time";
import { foldClock, notBefore, type SlaClockEvent, type SlaClockState } from "./clock";
import type { ClockKind } from "./types";

/** A target as it was copied onto its ticket: the calendar version, the clock and the minutes promised. */
export interface SlaTarget {
  calendar: BusinessCalendar;
  clock: ClockKind;
  minutes: number;
  /** Oldest first. */
  events: readonly SlaClockEvent[];
}

export interface SlaTargetState {
  state: SlaClockState;
  /** null while a pause holds the clock; a target that was due before it was paused keeps its date. */
  dueAt: Temporal.Instant | null;
  /** Minutes of the clock; negative when overdue. */
  remainingMinutes: number;
  elapsedMinutes: number;
  /** Fulfilled, cancelled or still waiting after the due instant, whether or not a job has noticed. At the instant itself it is kept. */
  isBreached: boolean;
  isDueSoon: boolean;
  fulfilledAt: Temporal.Instant | null;
}

/** Due soon: the last fifth of the time promised, but no more than the last two hours of the clock. */
const SOON_SHARE = 0.2;
const SOON_MOST_MINUTES = 120;

/**
 * How a target stands at `now`, or stood when it was fulfilled or cancelled. Events count as happened even if `now` was read an instant
 * before the last of them. Throws as foldClock and dueAtWithPauses do.
 */
export function slaStateAt({ calendar, clock, minutes, events }: SlaTarget, now: Temporal.Instant): SlaTargetState {
  const { state, startedAt, pauses, fulfilledAt, cancelledAt, ...folded } = foldClock(events);
  const until = fulfilledAt ?? cancelledAt ?? notBefore(folded, now);
  const dueAt = dueAtWithPauses(calendar, { start: startedAt, minutes, pauses }, clock);
  const elapsedMinutes = businessMinutesWithPauses(calendar, { start: startedAt, end: until, pauses }, clock);
  const remainingMinutes = minutes - elapsedMinutes;
  const isBreached = dueAt !== null && Temporal.Instant.compare(until, dueAt) > 0;
  return {
    state,
    dueAt,
    remainingMinutes,
    elapsedMinutes,
    isBreached,
    isDueSoon: state === "running" && !isBreached && remainingMinutes <= soonMinutes(minutes),
    fulfilledAt,
  };
}

function soonMinutes(minutes: number): number {
  return Math.min(minutes * SOON_SHARE, SOON_MOST_MINUTES);
}
