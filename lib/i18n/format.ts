import { DESK_TIME_ZONE, dateFormat, relativeText } from "@/lib/i18n/relative";

/** Instants and spans as people say them. Pure: the zone and `now` come in. */

export { DESK_TIME_ZONE } from "@/lib/i18n/relative";

type When = { now: Temporal.Instant; timeZone?: string; locale?: string };

/** "mié 18 nov, 13:40"; the year is said when it is another one. */
export function formatDateTime(at: Temporal.Instant, { now, timeZone = DESK_TIME_ZONE, locale = "es-MX" }: When): string {
  const zoned = at.toZonedDateTimeISO(timeZone);
  const sameYear = zoned.year === now.toZonedDateTimeISO(timeZone).year;
  return `${dayOf(zoned, locale, sameYear)}, ${zoned.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

/** "miércoles, 18 de noviembre de 2026, 13:40:05": for what is kept, where no part may be left to the reader. */
export function formatFullDateTime(at: Temporal.Instant, { timeZone = DESK_TIME_ZONE, locale = "es-MX" }: Omit<When, "now"> = {}): string {
  const zoned = at.toZonedDateTimeISO(timeZone);
  const day = dateFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone }).format(zoned.epochMilliseconds);
  return `${day}, ${zoned.toPlainTime().toString({ smallestUnit: "second" })}`;
}

/** "mié 18 nov" */
export function formatDate(at: Temporal.Instant, { now, timeZone = DESK_TIME_ZONE, locale = "es-MX" }: When): string {
  const zoned = at.toZonedDateTimeISO(timeZone);
  return dayOf(zoned, locale, zoned.year === now.toZonedDateTimeISO(timeZone).year);
}

/** A calendar date, "lunes 2 de febrero de 2027". */
export function formatPlainDate(date: string, locale = "es-MX"): string {
  const [year, month, day] = date.split("-").map(Number);
  return dateFormat(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1),
  );
}

/** A calendar day, "3 de noviembre"; the year is said when it is another than today's. */
export function formatDay(day: Temporal.PlainDate, { today, locale = "es-MX" }: { today: Temporal.PlainDate; locale?: string }): string {
  const year = day.year === today.year ? {} : { year: "numeric" as const };
  return dateFormat(locale, { day: "numeric", month: "long", ...year, timeZone: "UTC" }).format(Date.UTC(day.year, day.month - 1, day.day));
}

/** "13:40" */
export function formatTime(at: Temporal.Instant, timeZone = DESK_TIME_ZONE): string {
  return at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** "hace 2 h", "anteayer", "en 3 días" */
export function formatRelative(at: Temporal.Instant, { now, timeZone = DESK_TIME_ZONE, locale = "es-MX" }: When): string {
  return relativeText({ at: at.epochMilliseconds, now: now.epochMilliseconds, locale, timeZone });
}

/** Minutes of the clock as "1 h 30 min", "45 min", "72 h". Sign dropped; rounded up to the minute. */
export function formatDuration(minutes: number): string {
  const whole = Math.ceil(Math.abs(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function dayOf(zoned: Temporal.ZonedDateTime, locale: string, sameYear: boolean): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: zoned.timeZoneId }).format(zoned.epochMilliseconds).replace(".", "");
  const day = `${format({ weekday: "short" })} ${zoned.day} ${format({ month: "short" })}`;
  return sameYear ? day : `${day} ${zoned.year}`;
}
