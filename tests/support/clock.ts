/** Wall time in Mexico City as an instant: at("2026-11-18T10:00"). 16 November 2026 is a holiday (Revolución), the 18th a Wednesday. */
export function at(wallTime: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime("America/Mexico_City").toInstant();
}

/** The working Wednesday on which most tests happen. */
export const NOON = at("2026-11-18T12:00");
