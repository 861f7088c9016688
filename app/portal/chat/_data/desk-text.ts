import type { DeskState } from "@/lib/chat/types";
import { formatDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";

/** Whether somebody can be talked to now, and if not, from when on. */
export function deskText(desk: DeskState, now: Temporal.Instant): string {
  const t = getTranslator("chat");
  if (desk.kind === "open") return t("portal.open");
  if (desk.kind === "nobody") return t("portal.nobody");
  return desk.opensAt === null ? t("portal.closedNoDate") : t("portal.closedUntil", { opensAt: formatDateTime(Temporal.Instant.from(desk.opensAt), { now }) });
}
