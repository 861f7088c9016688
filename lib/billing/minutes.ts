import { z } from "zod";

/** Ten thousand hours: more than anybody buys, and far from what an integer of the database holds. */
export const MINUTES_MAX = 600_000;
export const REASON_MAX = 500;

/** Whole minutes above zero. */
export const minutesSchema = z.number("MINUTES_INVALID").int("MINUTES_INVALID").positive("MINUTES_INVALID").max(MINUTES_MAX, "MINUTES_INVALID");

/** Whole minutes, zero too: work that took nothing. */
export const usedMinutesSchema = z.number("MINUTES_INVALID").int("MINUTES_INVALID").nonnegative("MINUTES_INVALID").max(MINUTES_MAX, "MINUTES_INVALID");

/** Whole minutes up or down, never zero. */
export const signedMinutesSchema = z
  .number("MINUTES_INVALID")
  .int("MINUTES_INVALID")
  .min(-MINUTES_MAX, "MINUTES_INVALID")
  .max(MINUTES_MAX, "MINUTES_INVALID")
  .refine((minutes) => minutes !== 0, "MINUTES_INVALID");

/**
 * Hours as they are typed: "20", "20:30", "1.5" or "1,5" (a decimal comma), as whole minutes. Null for what is none,
 * and for parts of a minute ("0.33").
 */
export function readHours(text: string): number | null {
  const bare = text.trim();
  const clock = /^(\d{1,5}):([0-5]\d)$/.exec(bare);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const decimal = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!decimal) return null;
  const hundredths = Number(decimal[1]) * 100 + Number((decimal[2] ?? "").padEnd(2, "0"));
  return (hundredths * 60) % 100 === 0 ? (hundredths * 60) / 100 : null;
}

/** Minutes as they are typed: "20", or "20:30". */
export function hoursText(minutes: number): string {
  const rest = minutes % 60;
  return rest === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)}:${String(rest).padStart(2, "0")}`;
}
