/** What was decided last: on or off, and from when until when it is thought to last. */
export type MaintenanceRecord = { isOn: boolean; message: string; startsAt: Temporal.Instant; expectedUntil: Temporal.Instant | null };

/** `planned` begins by itself at its time. None ends by itself: that the work is done a person says. */
export type MaintenanceState = "off" | "planned" | "on";

export function maintenanceStateAt(record: Pick<MaintenanceRecord, "isOn" | "startsAt"> | null, now: Temporal.Instant): MaintenanceState {
  if (!record?.isOn) return "off";
  return Temporal.Instant.compare(record.startsAt, now) <= 0 ? "on" : "planned";
}

/** Whoever asks again sooner is told the same: no sooner than this, in seconds. */
const SOONEST_S = 60;
/** Where no end is expected, or it has passed. */
const UNKNOWN_S = 300;

/** What `Retry-After` says, in whole seconds. */
export function retryAfterSeconds(expectedUntil: Temporal.Instant | null, now: Temporal.Instant): number {
  if (expectedUntil === null || Temporal.Instant.compare(expectedUntil, now) <= 0) return UNKNOWN_S;
  return Math.max(SOONEST_S, Math.ceil((expectedUntil.epochMilliseconds - now.epochMilliseconds) / 1000));
}
