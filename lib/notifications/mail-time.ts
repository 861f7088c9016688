import type { BusinessCalendar } from "@/lib/sla/business-time";
import { openingStatusAt } from "@/lib/sla/opening";

/** What comes within it goes into one mail. */
export const GATHER_SECONDS = 60;
/** And no more than one mail in so long a time to one person: what comes meanwhile is said together. */
export const APART_MINUTES = 5;
/** What is older when somebody comes to tell it is said in the bell alone: nobody wants last week's news by mail. */
export const STALE_HOURS = 72;

/**
 * When a mail may tell something that is told now.
 * @param lastMailAt when the person was written to last
 * @param quietCalendar outside of whose opening hours the person is left alone; null for anybody else
 */
export function mailDueAt({ now, lastMailAt, quietCalendar }: { now: Temporal.Instant; lastMailAt: Temporal.Instant | null; quietCalendar: BusinessCalendar | null }): Temporal.Instant {
  const gathered = now.add({ seconds: GATHER_SECONDS });
  const apart = lastMailAt?.add({ minutes: APART_MINUTES }) ?? gathered;
  const earliest = Temporal.Instant.compare(apart, gathered) > 0 ? apart : gathered;
  if (!quietCalendar) return earliest;
  const { isOpen, changesAt } = openingStatusAt(quietCalendar, earliest);
  return isOpen ? earliest : (changesAt ?? earliest);
}

export function isStale({ at, now }: { at: Temporal.Instant; now: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(at.add({ hours: STALE_HOURS }), now) < 0;
}
