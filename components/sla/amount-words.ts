import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { ClockKind } from "@/lib/sla/types";

/** Minutes of a clock in words: "48 horas hábiles", "3 h 20 min hábiles". Sign dropped. */
export function amountText({ minutes, clock }: { minutes: number; clock: ClockKind }): string {
  const t = getTranslator("sla");
  const whole = Math.ceil(Math.abs(minutes));
  if (whole > 0 && whole % 60 === 0) return t(`amount.${clock}`, { hours: whole / 60 });
  return t(`amountMinutes.${clock}`, { duration: formatDuration(whole) });
}
