import { Table, Td, Th } from "@/components/ui/table";
import { formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { BusinessCalendar } from "@/lib/sla/business-time";
import { mexicanStatutoryHolidays } from "@/lib/sla/holidays";
import { upcomingHolidays } from "@/lib/sla/opening";
import { weekHours, type HoursLine } from "../_data/week-hours";

const HOLIDAYS_SHOWN = 6;

/** {{calendar}}: the week and the coming holidays, from the calendar in force. */
export function PolicyCalendar({ calendar, now }: { calendar: BusinessCalendar; now: Temporal.Instant }) {
  const t = getTranslator("public");
  const holidays = upcomingHolidays(calendar, now, HOLIDAYS_SHOWN);
  const zone = calendar.zone.id;
  return (
    <div className="my-8 grid max-w-[38rem] gap-x-10 gap-y-8 rounded-lg border bg-surface p-5 sm:grid-cols-2">
      <div>
        <p className="text-sm font-semibold">{t("calendar.hoursTitle")}</p>
        <Table label={t("calendar.tableLabel")} className="mt-2 [&_td]:px-0! [&_th]:px-0!">
          <thead className="sr-only">
            <tr>
              <Th>{t("calendar.day")}</Th>
              <Th>{t("calendar.hours")}</Th>
            </tr>
          </thead>
          <tbody>
            {weekHours(calendar).map((line) => (
              <tr key={line.first}>
                <Th scope="row" className="py-2! align-top">
                  {daysOf(line)}
                </Th>
                <Td className="py-2! text-right">{hoursOf(line)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-xs text-muted">
          {zone === "America/Mexico_City" ? t("calendar.zoneMexicoCity") : t("calendar.zone", { zone: zone.replace(/_/g, " ") })}
        </p>
      </div>
      <div role="group" aria-labelledby="festivos">
        <p id="festivos" className="text-sm font-semibold">
          {t("calendar.holidaysTitle")}
        </p>
        {holidays.length === 0 && <p className="mt-2 text-sm text-muted">{t("calendar.holidaysNone")}</p>}
        <ul className="mt-2 divide-y text-sm">
          {holidays.map(({ date }) => (
            <li key={date} className="py-2">
              <time dateTime={date} className="block font-medium first-letter:uppercase">
                {formatPlainDate(date)}
              </time>
              <span className="text-muted">{holidayName(date)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function daysOf(line: HoursLine): string {
  const t = getTranslator("public");
  const from = t(`calendar.days.${line.first}`);
  if (line.dayCount === 1) return from;
  const to = t(`calendar.days.${line.last}`).toLocaleLowerCase("es");
  return line.dayCount === 2 ? t("calendar.daysTwo", { from, to }) : t("calendar.daysBetween", { from, to });
}

function hoursOf(line: HoursLine): string {
  const t = getTranslator("public");
  if (line.isAllDay) return t("calendar.allDay");
  if (line.intervals.length === 0) return t("calendar.closed");
  return line.intervals.map((interval) => t("calendar.range", interval)).join(", ");
}

/** The law's name for the date; an operator's own holiday has none. */
function holidayName(date: string): string | null {
  const year = Number(date.slice(0, 4));
  if (year < 2006 || year > 2199) return null;
  return mexicanStatutoryHolidays(year).find((holiday) => holiday.date === date)?.name ?? null;
}
