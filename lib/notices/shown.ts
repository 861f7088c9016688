import type { ServiceArea } from "./types";

type Timed = { startsAt: Temporal.Instant; endsAt: Temporal.Instant | null };

/** Shown from its first instant until before its last. */
export function stateOf({ startsAt, endsAt }: Timed, now: Temporal.Instant): "coming" | "shown" | "over" {
  if (endsAt !== null && Temporal.Instant.compare(endsAt, now) <= 0) return "over";
  return Temporal.Instant.compare(startsAt, now) <= 0 ? "shown" : "coming";
}

const WEIGHTS = { incident: 0, warning: 1, info: 2 } as const;

/** What an area shows now, the gravest first and the newest of those. */
export function shownIn<M extends Timed & { areas: readonly ServiceArea[]; tone: keyof typeof WEIGHTS }>(messages: readonly M[], { area, now }: { area: ServiceArea; now: Temporal.Instant }): M[] {
  return messages
    .filter((each) => each.areas.includes(area) && stateOf(each, now) === "shown")
    .sort((one, other) => WEIGHTS[one.tone] - WEIGHTS[other.tone] || Temporal.Instant.compare(other.startsAt, one.startsAt));
}
