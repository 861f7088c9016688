import { DESK_TIME_ZONE, formatFullDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** "miércoles, 18 de noviembre de 2026, 13:40:05 (…, UTC−06:00)": an instant that can be read without asking where. */
export function zonedText(at: string, timeZone: string = DESK_TIME_ZONE): string {
  const t = getTranslator("receipt");
  const instant = Temporal.Instant.from(at);
  // A minus, which no line ends after.
  const offset = instant.toZonedDateTimeISO(timeZone).offset.replace("-", "\u2212");
  const zone = timeZone === "America/Mexico_City" ? t("zone.mexicoCity") : t("zone.other", { zone: timeZone.replaceAll("_", " ") });
  return t("instant", { at: formatFullDateTime(instant, { timeZone }), zone, offset });
}
