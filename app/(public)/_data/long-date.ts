import { DESK_TIME_ZONE } from "@/lib/i18n/format";
import { env } from "@/lib/env";

/** "17 de noviembre", with the year when it is another one: for what was written, where the hour tells nothing. */
export function longDate(at: Temporal.Instant, { now }: { now: Temporal.Instant }): string {
  const yearOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(DESK_TIME_ZONE).year;
  return new Intl.DateTimeFormat(env().APP_LOCALE, {
    day: "numeric",
    month: "long",
    ...(yearOf(at) === yearOf(now) ? {} : { year: "numeric" }),
    timeZone: DESK_TIME_ZONE,
  }).format(at.epochMilliseconds);
}

/** The same of a day: "1 de diciembre". */
export function longDay(day: string, { now }: { now: Temporal.Instant }): string {
  return longDate(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: DESK_TIME_ZONE, plainTime: "12:00" }).toInstant(), { now });
}
