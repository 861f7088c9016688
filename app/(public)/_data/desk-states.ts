import type { BusinessCalendar } from "@/lib/sla/business-time";
import { nextOpenings } from "@/lib/sla/opening";

/** From `from` on the desk is open until `changesAt`, or closed until then; null: it stays so. */
export interface DeskState {
  from: Temporal.Instant;
  isOpen: boolean;
  changesAt: Temporal.Instant | null;
}

/**
 * The state at `now` and those that follow, so that a page kept in a cache can be put right in the browser without another request.
 */
export function deskStates(calendar: BusinessCalendar, now: Temporal.Instant, openingCount = 8): DeskState[] {
  const openings = nextOpenings(calendar, now, openingCount);
  const first = openings[0];
  if (!first) return [{ from: now, isOpen: false, changesAt: null }];
  const isOpenNow = Temporal.Instant.compare(first.opensAt, now) <= 0;
  const waiting: DeskState[] = isOpenNow ? [] : [{ from: now, isOpen: false, changesAt: first.opensAt }];
  const following = openings.flatMap(({ opensAt, closesAt }, index): DeskState[] => {
    const reopensAt = openings[index + 1]?.opensAt;
    const open: DeskState = { from: opensAt, isOpen: true, changesAt: closesAt };
    // What comes after the last known closing is not known, so it is not told.
    return closesAt && reopensAt ? [open, { from: closesAt, isOpen: false, changesAt: reopensAt }] : [open];
  });
  return [...waiting, ...following];
}
