import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { MOST_PROPOSALS } from "@/lib/appointments/rules";
import type { Side } from "@/lib/appointments/types";
import { zoneText } from "./appointment-words";

type Offer = { minutes: number; timeZone: string; authorisation: { reference: string; estimatedMinutes: number; usedMinutes: number } | null };

/** How long it will be and why, and in whose time. */
export function BookingIntro({ offer: { minutes, timeZone, authorisation }, side }: { offer: Offer; side: Side }) {
  const t = getTranslator("appointments");
  const estimated = authorisation?.estimatedMinutes ?? 0;
  const values = {
    duration: formatDuration(minutes),
    left: formatDuration(Math.max(0, estimated - (authorisation?.usedMinutes ?? 0))),
    total: formatDuration(estimated),
    reference: authorisation?.reference ?? "",
    count: MOST_PROPOSALS,
  };
  const isOpen = estimated === 0;
  const lead = side === "customer" ? t(isOpen ? "page.bookLeadOpen" : "page.bookLead", values) : t(isOpen ? "page.proposeLeadOpen" : "page.proposeLead", values);
  return (
    <div className="max-w-prose space-y-1 text-sm text-muted">
      <p>{lead}</p>
      <p>{t("zoneNote", { zone: zoneText(timeZone) })}</p>
    </div>
  );
}
