/** The border between calendar days and the `Date` at midnight UTC that the database driver makes of a `date` column. */

export function toDay(date: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from(date.toISOString().slice(0, 10));
}

export function toDayOrNull(date: Date | null): Temporal.PlainDate | null {
  return date ? toDay(date) : null;
}

export function fromDay(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`);
}

/** The day that it is in a zone at an instant. */
export function dayAt(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate();
}
