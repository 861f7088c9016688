import { formatDuration } from "@/lib/i18n/format";

export type DueTone = "overdue" | "soon" | "ok";

/** How a promise stands in a row of the list, in minutes of the desk's clock. */
export type DueLabel = { tone: DueTone; amount: string };

/** Two hours of the clock: the most that lib/sla calls "due soon". */
const SOON_MINUTES = 120;
/** From here on minutes say nothing. */
const ROUND_FROM_MINUTES = 10 * 60;

/** @param remainingMinutes negative once overdue; 0 with `isPast` when the desk has been closed ever since. */
export function dueLabel({ remainingMinutes, isPast }: { remainingMinutes: number; isPast: boolean }): DueLabel {
  const amount = Math.abs(remainingMinutes) < 1 ? "" : formatDuration(rounded(remainingMinutes));
  if (isPast) return { tone: "overdue", amount };
  return { tone: remainingMinutes <= SOON_MINUTES ? "soon" : "ok", amount: amount || formatDuration(0) };
}

function rounded(minutes: number): number {
  const whole = Math.floor(Math.abs(minutes));
  return whole < ROUND_FROM_MINUTES ? whole : Math.floor(whole / 60) * 60;
}
