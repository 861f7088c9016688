import { mexicanStatutoryHolidays } from "@/lib/sla/holidays";

/** The name of a day of rest by law, or null for one that the operator added. */
export function holidayName(date: string): string | null {
  const year = Number(date.slice(0, 4));
  if (year < 2006 || year > 2199) return null; // the law is not known further
  return mexicanStatutoryHolidays(year).find((holiday) => holiday.date === date)?.name ?? null;
}
