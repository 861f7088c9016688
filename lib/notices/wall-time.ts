import { DESK_TIME_ZONE } from "@/lib/i18n/relative";

/** As `datetime-local` wants it, in the desk's zone; empty for none. */
export function wallTime(at: Temporal.Instant | null | undefined): string {
  return at ? at.toZonedDateTimeISO(DESK_TIME_ZONE).toPlainDateTime().toString({ smallestUnit: "minute" }) : "";
}
