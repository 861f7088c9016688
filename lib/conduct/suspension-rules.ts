import { LONGEST_DAYS, MOST_WARNINGS, type SuspensionScope } from "@/lib/conduct/types";

type Period = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** It ends by the clock alone; lifting and shortening move its end. */
export function isRunning({ startsAt, endsAt }: Period, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startsAt, now) <= 0 && Temporal.Instant.compare(now, endsAt) < 0;
}

/** Whether one may not write to a department. */
export function isBarred(suspension: { scope: SuspensionScope } | null, department: { isEssential: boolean }): boolean {
  return suspension !== null && !(suspension.scope === "all_but_essential" && department.isEssential);
}

export type PeriodRefusal = "SUSPENSION_ENDS_BEFORE" | "SUSPENSION_TOO_LONG" | "SUSPENSION_IN_PAST";

/** Whole days of the desk's zone, the last one included; one that begins today begins now. A refusal says what is wrong with them. */
export function periodOf({ from, until, now, zone }: { from: Temporal.PlainDate; until: Temporal.PlainDate; now: Temporal.Instant; zone: string }): Period | PeriodRefusal {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  if (Temporal.PlainDate.compare(from, today) < 0) return "SUSPENSION_IN_PAST";
  if (Temporal.PlainDate.compare(until, from) < 0) return "SUSPENSION_ENDS_BEFORE";
  if (from.until(until).days >= LONGEST_DAYS) return "SUSPENSION_TOO_LONG";
  return { startsAt: from.equals(today) ? now : from.toZonedDateTime(zone).toInstant(), endsAt: endOfDay(until, zone) };
}

/** A shorter end: of a day that is not over yet, and before the one that there is. Null when it is none. */
export function shortenedEnd({ until, endsAt, now, zone }: { until: Temporal.PlainDate; endsAt: Temporal.Instant; now: Temporal.Instant; zone: string }): Temporal.Instant | null {
  const end = endOfDay(until, zone);
  return Temporal.Instant.compare(now, end) < 0 && Temporal.Instant.compare(end, endsAt) < 0 ? end : null;
}

/** Two warnings within the period, or a threat of which an administrator says in writing why it cannot wait. */
export function maySuspend({ warnings, isThreat, justification }: { warnings: number; isThreat: boolean; justification: string }): boolean {
  return warnings >= MOST_WARNINGS || (isThreat && justification !== "");
}

/** The end as people read it: a day's end is its last minute, not the first one of the day after. */
export function shownEnd(end: Temporal.Instant, zone: string): Temporal.Instant {
  const { hour, minute } = end.toZonedDateTimeISO(zone);
  return hour === 0 && minute === 0 ? end.subtract({ minutes: 1 }) : end;
}

function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
