import { formatDuration } from "@/lib/i18n/format";

/** Minutes as "6 h 15 min", what is below zero as "−1 h 30 min". @param minutes whole */
export function durationText(minutes: number): string {
  return minutes < 0 ? `\u2212${formatDuration(minutes)}` : formatDuration(minutes);
}
