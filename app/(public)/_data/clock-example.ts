import { addBusinessMinutes, explainDue, type BusinessCalendar, type DueExplanation } from "@/lib/sla/business-time";
import { nextOpenings } from "@/lib/sla/opening";
import type { ClockKind } from "@/lib/sla/types";

export interface ClockExample {
  startAt: Temporal.Instant;
  explanation: DueExplanation;
}

/**
 * A promise worked out from the running calendar: a ticket raised two hours before the desk closes for longer than a night, so that the
 * steps show what does not count. null when the desk never closes that long; then there is nothing to explain.
 */
export function clockExample(
  { calendar, clock, minutes }: { calendar: BusinessCalendar; clock: ClockKind; minutes: number },
  now: Temporal.Instant,
): ClockExample | null {
  const openings = nextOpenings(calendar, now, 40);
  const beforeRest = openings.find(({ opensAt, closesAt }, index) => {
    const reopensAt = openings[index + 1]?.opensAt;
    if (!closesAt || !reopensAt || Temporal.Instant.compare(opensAt, now) < 0) return false;
    return reopensAt.since(closesAt).total("hours") > 24;
  });
  if (!beforeRest?.closesAt) return null;
  const twoHoursBefore = beforeRest.closesAt.subtract({ hours: 2 });
  const startAt = Temporal.Instant.compare(twoHoursBefore, beforeRest.opensAt) < 0 ? beforeRest.opensAt : twoHoursBefore;
  const explanation = explainDue(calendar, { start: startAt, minutes }, clock);
  // The words come from the steps and the date from the engine; they may not contradict each other.
  if (!explanation.dueAt?.equals(addBusinessMinutes(calendar, startAt, minutes, clock))) return null;
  return { startAt, explanation };
}
