import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { SlaInForce } from "@/lib/sla/queries";
import type { TicketPriority } from "@/lib/tickets/types";
import { minutesOfWorkingDay } from "../_data/week-hours";

export interface WordedTarget {
  priority: TicketPriority;
  name: string;
  /** "24 horas hábiles" */
  maximum: string;
  /** "unos 3 días hábiles"; null when working days have no common length, or the maximum is in days already. */
  about: string | null;
  what: string;
  forWhom: string;
}

/** The promises in force, the fastest first. */
export function wordedTargets({ policy, calendar }: Pick<SlaInForce, "policy" | "calendar">): WordedTarget[] {
  const t = getTranslator("public");
  return (["high", "medium", "low"] as const).map((priority) => ({
    priority,
    name: t(`targets.${priority}`),
    ...maximumOf(policy.response[priority], { policy, calendar }),
    what: priority === "high" ? t("targets.whatCase") : t("targets.whatAnswer"),
    forWhom: priority === "high" ? t("targets.forPaid") : t("targets.forFree"),
  }));
}

export function maximumOf(
  minutes: number,
  { policy, calendar }: Pick<SlaInForce, "policy" | "calendar">,
): Pick<WordedTarget, "maximum" | "about"> {
  const t = getTranslator("public");
  if (policy.clock === "business-days" && minutes % 1440 === 0) {
    return { maximum: t("targets.businessDays", { days: minutes / 1440 }), about: null };
  }
  const maximum =
    minutes % 60 === 0
      ? t("targets.businessHours", { hours: minutes / 60 })
      : t("targets.businessMinutes", { duration: formatDuration(minutes) });
  const dayLength = policy.clock === "business-hours" ? minutesOfWorkingDay(calendar) : 1440;
  if (dayLength === null || minutes < dayLength) return { maximum, about: null };
  return { maximum, about: t("targets.aboutDays", { days: Math.round(minutes / dayLength) }) };
}
