import { DESK_TIME_ZONE } from "@/lib/i18n/relative";

/** Where somebody looked: the page of results, the box while typing, or beside the form of a new ticket. */
export const SEARCH_PLACES = ["page", "box", "ticket_form"] as const;
export type SearchPlace = (typeof SEARCH_PLACES)[number];

/** So many of the results are remembered: further down hardly anybody looks. */
export const SHOWN_KEPT = 3;
/** A search can be told what came of it for this long. */
const OPEN_HOURS = 24;
/** A little over a year, so that a season can be held against the last. */
export const KEPT_DAYS = 400;

export type SearchHour = { day: Temporal.PlainDate; hour: number };

/** When a search is said to have been, in the desk's zone: the hour, no finer. */
export function searchHour(now: Temporal.Instant): SearchHour {
  const local = now.toZonedDateTimeISO(DESK_TIME_ZONE);
  return { day: local.toPlainDate(), hour: local.hour };
}

/** The earliest hour whose searches can still be told something at `now`. */
export function oldestOpenHour(now: Temporal.Instant): SearchHour {
  return searchHour(now.subtract({ hours: OPEN_HOURS }));
}

/** The last day that is forgotten at `now`. */
export function lastForgottenDay(now: Temporal.Instant): Temporal.PlainDate {
  return searchHour(now).day.subtract({ days: KEPT_DAYS + 1 });
}

/** A day as the database's `date` takes it. */
export function dateOfDay(day: Temporal.PlainDate): Date {
  return new Date(`${day.toString()}T00:00:00Z`);
}
