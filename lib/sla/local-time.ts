import type { IsoDate } from "./types";

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

/**
 * "Local milliseconds" are a wall-clock reading written as if it were UTC; an "epoch day" is that reading's date, counted from 1970-01-01.
 * Days from 0 = Monday to 6 = Sunday.
 */
export function weekdayIndexOf(epochDay: number): number {
  return modulo(epochDay + 3, 7);
}

export function weekIndexOf(epochDay: number): number {
  return Math.floor((epochDay + 3) / 7);
}

export function mondayOfWeek(weekIndex: number): number {
  return weekIndex * 7 - 3;
}

export function isoDateOf(epochDay: number): IsoDate {
  return new Date(epochDay * DAY).toISOString().slice(0, 10);
}

/** null for anything that is not a real date written "YYYY-MM-DD" ("2026-02-30", "2026-2-3"). */
export function epochDayOf(date: unknown): number | null {
  if (typeof date !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const epochDay = Date.parse(`${date}T00:00:00Z`) / DAY;
  if (!Number.isInteger(epochDay)) return null;
  return isoDateOf(epochDay) === date ? epochDay : null;
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
