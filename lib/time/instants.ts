/** The border between the domain's `Temporal.Instant` and the `Date` of the database driver. */

export function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

export function toInstantOrNull(date: Date | null): Temporal.Instant | null {
  return date ? toInstant(date) : null;
}

export function toDateOrNull(instant: Temporal.Instant | null): Date | null {
  return instant ? toDate(instant) : null;
}
