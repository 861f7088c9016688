import { formatDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AppointmentView } from "@/lib/appointments/types";
import type { Query } from "../../_data/list-address";

export type WeekQuery = { from: Temporal.PlainDate; isMine: boolean };

/** What the address asks for; what cannot be read is as if it were not there. */
export function readWeekQuery({ from, whose }: Query, today: Temporal.PlainDate): WeekQuery {
  return { from: (typeof from === "string" && readDay(from, today)) || today, isMine: whose !== "all" };
}

/** In the desk's zone, in the order in which they come. */
export function byDay(appointments: readonly AppointmentView[]): [string, AppointmentView[]][] {
  const days = new Map<string, AppointmentView[]>();
  for (const appointment of appointments) {
    const day = Temporal.Instant.from(appointment.startsAt).toZonedDateTimeISO(appointment.timeZone).toPlainDate().toString();
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days];
}

/** "Hoy, mié 18 nov" */
export function dayWords(day: string, { today, now, timeZone }: { today: Temporal.PlainDate; now: Temporal.Instant; timeZone: string }): string {
  const t = getTranslator("appointments");
  const date = Temporal.PlainDate.from(day);
  const words = formatDate(date.toZonedDateTime({ timeZone, plainTime: "12:00" }).toInstant(), { now, timeZone });
  const { days } = today.until(date, { largestUnit: "day" });
  if (days === 0) return `${t("desk.today")}, ${words}`;
  return days === 1 ? `${t("desk.tomorrow")}, ${words}` : words;
}

const YEARS = 5;

function readDay(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    const day = Temporal.PlainDate.from(text, { overflow: "reject" });
    return Math.abs(day.year - today.year) <= YEARS ? day : null;
  } catch {
    return null;
  }
}
