import { DESK_TIME_ZONE } from "@/lib/i18n/relative";
import { dayAt } from "@/lib/time/days";

/** The day that it is at the desk, as ISO text. */
export function deskDay(now: Temporal.Instant): string {
  return dayAt(now, DESK_TIME_ZONE).toString();
}

/** The last instant of a day at the desk: what holds then held at its end. */
export function endOfDeskDay(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(DESK_TIME_ZONE).toInstant().subtract({ milliseconds: 1 });
}
