export const DESK_TIME_ZONE = "America/Mexico_City";

/**
 * "hace 5 min", "anteayer", "en 3 días". From a day on it counts calendar days of the zone: what was said on Friday at noon is, on Sunday
 * morning, of the day before yesterday. In epoch milliseconds, so that it serves browsers without Temporal too.
 */
export function relativeText({ at, now, locale, timeZone }: { at: number; now: number; locale: string; timeZone: string }): string {
  const seconds = Math.round((at - now) / 1000);
  const format = relativeFormat(locale);
  const distance = Math.abs(seconds);
  if (distance < 60) return format.format(seconds, "second");
  if (distance < 3600) return format.format(Math.trunc(seconds / 60), "minute");
  if (distance < 86_400) return format.format(Math.trunc(seconds / 3600), "hour");
  return format.format(dateNumber(at, timeZone) - dateNumber(now, timeZone), "day");
}

/** Days since 1970 of the date that the zone's calendars show at the instant. */
function dateNumber(at: number, timeZone: string): number {
  const parts = dateFormat("en-US", { timeZone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / 86_400_000;
}

// Making a format costs a hundred times what using it does; there are a handful.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const kept = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, kept);
  return kept;
}

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  const kept = relativeFormats.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  relativeFormats.set(locale, kept);
  return kept;
}
