import { formatDay } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { Standing } from "@/lib/customers/standing";
import type { Tone } from "@/components/ui/badge";

/** From so many days on an end is near enough to be counted. */
const SOON_DAYS = 30;

/** "Vence en 12 días", "Venció el 3 de noviembre; en días de gracia hasta el 10 de noviembre". */
export function standingText(standing: Standing, today: Temporal.PlainDate): string {
  const t = getTranslator("customers");
  const day = (date: Temporal.PlainDate) => formatDay(date, { today });
  switch (standing.kind) {
    case "in_force": {
      if (standing.until === null) return t("standing.inForce");
      const days = today.until(standing.until).total("days");
      return days <= SOON_DAYS ? t("standing.endsIn", { days }) : t("standing.inForceUntil", { day: day(standing.until) });
    }
    case "grace":
      return t("standing.grace", { ended: day(standing.endedOn), until: day(standing.until) });
    case "special_contract":
      return standing.until === null ? t("standing.specialContract") : t("standing.specialContractUntil", { day: day(standing.until) });
    case "not_started":
      return t("standing.notStarted", { day: day(standing.startsOn) });
    case "suspended":
      return t("standing.suspended");
    case "cancelled":
      return t("standing.cancelled");
    case "ended":
      return t("standing.ended", { day: day(standing.endedOn) });
    default:
      return standing satisfies never;
  }
}

export function standingTone(standing: Standing, today: Temporal.PlainDate): Tone {
  switch (standing.kind) {
    case "in_force":
      return standing.until !== null && today.until(standing.until).total("days") <= SOON_DAYS ? "warn" : "success";
    case "special_contract":
      return "success";
    case "grace":
      return "warn";
    case "not_started":
      return "neutral";
    case "suspended":
    case "cancelled":
    case "ended":
      return "danger";
    default:
      return standing satisfies never;
  }
}
