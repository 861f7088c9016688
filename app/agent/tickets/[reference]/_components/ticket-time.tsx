import { ButtonLink } from "@/components/ui/button";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { WorkSummary } from "@/lib/quotes/work-types";

/** How much was worked, and what is left of what was authorised; the work itself has a page of its own. */
export function TicketTime({ reference, summary }: { reference: string; summary: WorkSummary | null }) {
  if (!summary) return null;
  const t = getTranslator("work");
  const { workedMinutes, billableMinutes, inForce } = summary;
  return (
    <section aria-labelledby="time-title" className="space-y-2 text-sm">
      <h2 id="time-title" className="text-base font-semibold">
        {t("title")}
      </h2>
      <p className="text-muted">{workedMinutes === 0 && billableMinutes === 0 ? t("list.empty") : t("totals", { worked: formatDuration(workedMinutes), billable: formatDuration(billableMinutes) })}</p>
      {inForce && inForce.leftMinutes !== null && <p>{t("summary.left", { left: formatDuration(inForce.leftMinutes), quote: inForce.reference })}</p>}
      <ButtonLink size="sm" isBlock href={`/agent/tickets/${reference}/work`}>
        {t("summary.open")}
      </ButtonLink>
    </section>
  );
}
