import { SlaError } from "./errors";
import { DAY, isoDateOf, weekdayIndexOf } from "./local-time";
import type { IsoDate } from "./types";

export interface StatutoryHoliday {
  date: IsoDate;
  /** As the law or custom calls it, in Spanish: a proper name, stored with the calendar. */
  name: string;
  /** Where the day of rest comes from: "LFT Art. 74 fracción II". */
  rule: string;
}

/** Since the decree in DOF of 17 January 2006 three of the days are Mondays. Earlier years had other dates. */
const FIRST_YEAR = 2006;
const LAST_YEAR = 2199;

/**
 * Days of rest by Art. 74 of the Ley Federal del Trabajo, ascending, in the wording in force in that year. The law moves no day that
 * falls on a weekend. Federal election days (fracción IX) are included; state elections, which differ by state, are not: they too are
 * Sundays. Throws YEAR_NOT_COVERED outside 2006 to 2199.
 */
export function mexicanStatutoryHolidays(year: number): StatutoryHoliday[] {
  refuseOtherYears(year);
  const holidays = [
    holiday("I", dayOf(year, 1, 1), "Año Nuevo"),
    holiday("II", nthWeekday(year, 2, { weekday: MONDAY, nth: 1 }), "Día de la Constitución"),
    holiday("III", nthWeekday(year, 3, { weekday: MONDAY, nth: 3 }), "Natalicio de Benito Juárez"),
    holiday("IV", dayOf(year, 5, 1), "Día del Trabajo"),
    holiday("V", dayOf(year, 9, 16), "Día de la Independencia"),
    holiday("VI", nthWeekday(year, 11, { weekday: MONDAY, nth: 3 }), "Día de la Revolución"),
    ...changeOfGovernment(year),
    holiday("VIII", dayOf(year, 12, 25), "Navidad"),
    ...federalElection(year),
  ];
  return holidays.sort((a, b) => a.date.localeCompare(b.date));
}

const MONDAY = 0;
const SUNDAY = 6;

/** Every six years: 1 December up to 2018; 1 October since the decree in DOF of 30 September 2024. */
function changeOfGovernment(year: number): StatutoryHoliday[] {
  if ((year - 2018) % 6 !== 0) return [];
  const day = year <= 2018 ? dayOf(year, 12, 1) : dayOf(year, 10, 1);
  return [holiday("VII", day, "Transmisión del Poder Ejecutivo Federal")];
}

/**
 * Ordinary federal elections come every three years: the first Sunday of July up to 2012 (COFIPE) and, by a transitory article of
 * LGIPE, in 2018; the first Sunday of June otherwise (LGIPE Art. 22). Extraordinary votes (1 June 2025) are no day of rest.
 */
function federalElection(year: number): StatutoryHoliday[] {
  if ((year - 2018) % 3 !== 0) return [];
  const month = year <= 2012 || year === 2018 ? 7 : 6;
  return [holiday("IX", nthWeekday(year, month, { weekday: SUNDAY, nth: 1 }), "Jornada electoral federal")];
}

function holiday(fraction: string, epochDay: number, name: string): StatutoryHoliday {
  return { date: isoDateOf(epochDay), name, rule: `LFT Art. 74 fracción ${fraction}` };
}

function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

function nthWeekday(year: number, month: number, { weekday, nth }: { weekday: number; nth: number }): number {
  const first = dayOf(year, month, 1);
  return first + ((weekday - weekdayIndexOf(first) + 7) % 7) + (nth - 1) * 7;
}

function refuseOtherYears(year: number): void {
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new SlaError("YEAR_NOT_COVERED", `Statutory holidays are known from ${FIRST_YEAR} to ${LAST_YEAR}, not for ${String(year)}.`);
}
