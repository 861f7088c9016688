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
  return whenOpen(earliest, quietCalendar);
}

/** What comes within it is shown as one. */
export const PUSH_SECONDS = 10;

/** When a browser may show something that is told now; whoever reads it in the desk before is not shown it again. */
export function pushDueAt({ now, quietCalendar }: { now: Temporal.Instant; quietCalendar: BusinessCalendar | null }): Temporal.Instant {
  return whenOpen(now.add({ seconds: PUSH_SECONDS }), quietCalendar);
}

function whenOpen(at: Temporal.Instant, quietCalendar: BusinessCalendar | null): Temporal.Instant {
  if (!quietCalendar) return at;
  const { isOpen, changesAt } = openingStatusAt(quietCalendar, at);
  return isOpen ? at : (changesAt ?? at);
}

export function isStale({ at, now }: { at: Temporal.Instant; now: Temporal.Instant }): boolean {
  return Temporal.Instant.compare(at.add({ hours: STALE_HOURS }), now) < 0;
}
