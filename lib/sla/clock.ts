import { SlaError } from "./errors";
import type { Pause } from "./types";

export type SlaClockEventType = "activated" | "paused" | "resumed" | "fulfilled" | "breached" | "cancelled";

export interface SlaClockEvent {
  type: SlaClockEventType;
  /** When it happened, not when somebody noticed; of "breached" only, when it was noticed. */
  at: Temporal.Instant;
}

export type SlaClockState = "running" | "paused" | "fulfilled" | "cancelled";

export interface SlaClock {
  state: SlaClockState;
  startedAt: Temporal.Instant;
  /** In order; only the last can still last (`to` null), and only while the state is "paused". */
  pauses: Pause[];
  fulfilledAt: Temporal.Instant | null;
  cancelledAt: Temporal.Instant | null;
  /** When a job first recorded the breach; null says nothing: slaStateAt works out whether the target is breached. */
  breachedAt: Temporal.Instant | null;
  /** When the clock last changed. */
  changedAt: Temporal.Instant;
}

/**
 * A target is fulfilled once and for all: a reopened ticket gets a new target. A reply may come while the clock is paused. A breach
 * may be noticed at any time, also after the late reply, and stops nothing.
 */
const MOVES: Record<SlaClockState | "unstarted", Partial<Record<SlaClockEventType, SlaClockState>>> = {
  unstarted: { activated: "running" },
  running: { paused: "paused", fulfilled: "fulfilled", breached: "running", cancelled: "cancelled" },
  paused: { resumed: "running", fulfilled: "fulfilled", breached: "paused", cancelled: "cancelled" },
  fulfilled: { breached: "fulfilled" },
  cancelled: { breached: "cancelled" },
};

/** The state after an event, or null when the event is not allowed: ask before you write one. */
export function moveClock(state: SlaClockState | "unstarted", event: SlaClockEventType): SlaClockState | null {
  return MOVES[state][event] ?? null;
}

/**
 * Reads a target's stored events, oldest first. A history that cannot have happened is a bug, and throws ILLEGAL_CLOCK_EVENT: an event
 * the state does not allow, or one (other than "breached") that lies before its predecessor.
 */
export function foldClock(events: readonly SlaClockEvent[]): SlaClock {
  const [first, ...rest] = events;
  if (first?.type !== "activated") {
    throw new SlaError("ILLEGAL_CLOCK_EVENT", `A clock begins with "activated", not with ${first ? `"${first.type}"` : "nothing"}.`);
  }
  return rest.reduce(applyEvent, startedClock(first.at));
}

/** Once an event has happened, none before it can be written; two at once may bring one late, which then takes the earlier one's instant. */
export function notBefore(clock: Pick<SlaClock, "changedAt">, at: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(at, clock.changedAt) < 0 ? clock.changedAt : at;
}

function startedClock(at: Temporal.Instant): SlaClock {
  return { state: "running", startedAt: at, pauses: [], fulfilledAt: null, cancelledAt: null, breachedAt: null, changedAt: at };
}

function applyEvent(clock: SlaClock, event: SlaClockEvent): SlaClock {
  const state = moveClock(clock.state, event.type);
  if (!state) {
    throw new SlaError("ILLEGAL_CLOCK_EVENT", `A clock that is ${clock.state} cannot take "${event.type}" (${event.at.toString()}).`);
  }
  if (event.type === "breached") return { ...clock, breachedAt: clock.breachedAt ?? event.at };
  if (Temporal.Instant.compare(event.at, clock.changedAt) < 0) {
    throw new SlaError(
      "ILLEGAL_CLOCK_EVENT",
      `"${event.type}" at ${event.at.toString()} lies before the event at ${clock.changedAt.toString()}. Write events in order.`,
    );
  }
  return { ...moved(clock, event), state, changedAt: event.at };
}

function moved(clock: SlaClock, { type, at }: SlaClockEvent): SlaClock {
  switch (type) {
    case "paused":
      return { ...clock, pauses: [...clock.pauses, { from: at, to: null }] };
    case "resumed":
      return { ...clock, pauses: endPause(clock.pauses, at) };
    case "fulfilled":
      return { ...clock, pauses: endPause(clock.pauses, at), fulfilledAt: at };
    case "cancelled":
      return { ...clock, pauses: endPause(clock.pauses, at), cancelledAt: at };
    case "activated":
    case "breached":
      return clock;
    default:
      return type satisfies never;
  }
}

function endPause(pauses: readonly Pause[], at: Temporal.Instant): Pause[] {
  return pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
}
