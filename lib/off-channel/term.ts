/** Counted in hours, so that a change of clocks moves nothing. */
export const NOTE_DAYS = 7;

/** Until then the customer may confirm what was noted at `now`. */
export function expiryOf(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: NOTE_DAYS * 24 });
}
