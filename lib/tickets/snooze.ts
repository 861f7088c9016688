import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { isLive } from "@/lib/tickets/transitions";
import type { TicketStatus } from "@/lib/tickets/types";

/** A ticket that the desk put off: out of its queues until then, or until the customer writes. Its promises run on. */
export type SnoozeView = { snooze: { until: string; byName: string } | null };

/** Further ahead nobody means it. */
export const SNOOZE_DAYS_MAX = 366;

export function snoozeProblem(until: Temporal.Instant, now: Temporal.Instant): "SNOOZE_IN_PAST" | "SNOOZE_TOO_FAR" | null {
  if (Temporal.Instant.compare(until, now) <= 0) return "SNOOZE_IN_PAST";
  return Temporal.Instant.compare(until, now.add({ hours: 24 * SNOOZE_DAYS_MAX })) > 0 ? "SNOOZE_TOO_FAR" : null;
}

/** What is solved or closed is in no queue that one could take it out of. */
export function canSnooze(status: TicketStatus): boolean {
  return isLive(status);
}

/** What a form begins with, as `datetime-local` wants it: the next morning of a weekday, when the desk opens. */
export function nextMorning(now: Temporal.Instant): string {
  const today = now.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDate();
  const days = today.dayOfWeek >= 5 ? 8 - today.dayOfWeek : 1;
  return `${today.add({ days }).toString()}T09:00`;
}

/** What `datetime-local` sends, read in the desk's zone; null for what is no time. */
export function readWallTime(text: string): Temporal.Instant | null {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?$/.exec(text.trim());
  if (!found) return null;
  try {
    return Temporal.PlainDateTime.from(`${found[1]}T${found[2]}`, { overflow: "reject" }).toZonedDateTime(DESK_TIME_ZONE).toInstant();
  } catch {
    return null;
  }
}
