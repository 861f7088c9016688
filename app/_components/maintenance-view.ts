import type { MaintenanceTextView } from "@/components/notices/maintenance-text";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { renderDocument } from "@/lib/markdown/render";

/** The words of a maintenance as they are read at an instant. */
export function maintenanceView({ message, expectedUntil, now }: { message: string; expectedUntil: Temporal.Instant | null; now: Temporal.Instant }): MaintenanceTextView {
  const t = getTranslator("notices");
  const at = expectedUntil && formatDateTime(expectedUntil, { now });
  const isLate = expectedUntil !== null && Temporal.Instant.compare(expectedUntil, now) <= 0;
  return {
    html: message === "" ? "" : renderDocument(message, { idPrefix: "mantenimiento-" }).html,
    lead: t("maintenance.lead"),
    until: at === null ? t("maintenance.unknown") : t(isLate ? "maintenance.late" : "maintenance.until", { at }),
  };
}
