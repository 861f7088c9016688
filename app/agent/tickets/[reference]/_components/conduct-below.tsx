import { ShieldAlert } from "lucide-react";
import { endText } from "@/components/conduct/conduct-words";
import { Badge } from "@/components/ui/badge";
import type { CaseState, RunningSuspension } from "@/lib/conduct/types";
import { getTranslator } from "@/lib/i18n/translator";
import { withQuery } from "../../../_data/list-address";
import { hrefOfCase } from "../../../conduct/_data/addresses";

/** Below a message: that it is marked and what became of it; else the way to mark it, unless it is one's own. */
export function ConductBelow({ reference, message, marked }: { reference: string; message: { id: string | null; authorName: string; isOwn: boolean }; marked: { caseId: string; state: CaseState } | undefined }) {
  const t = getTranslator("conduct");
  if (marked) {
    return (
      <a href={hrefOfCase(marked.caseId)} className="inline-flex min-h-6 items-center rounded-sm">
        <Badge tone={marked.state === "open" ? "warn" : "neutral"} icon={<ShieldAlert aria-hidden="true" />}>
          {marked.state === "open" ? t("mark.marked") : t("mark.reviewed", { state: t(`case.state.${marked.state}`) })}
        </Badge>
      </a>
    );
  }
  if (message.isOwn) return null;
  return (
    <a href={withQuery(`/agent/tickets/${reference}/mark`, { message: message.id })} aria-label={t("mark.linkOf", { name: message.authorName })} className="inline-flex min-h-6 items-center text-sm text-muted underline-offset-2 hover:underline">
      {t("mark.link")}
    </a>
  );
}

/** In the side panel: that the requester may not write now, and until when. */
export function RequesterSuspension({ suspension, now }: { suspension: RunningSuspension | null; now: Temporal.Instant }) {
  if (!suspension) return null;
  const t = getTranslator("conduct");
  return (
    <section aria-labelledby="conduct-title" className="space-y-1 rounded-md border border-warn-line bg-warn-soft p-3 text-sm">
      <h2 id="conduct-title" className="font-semibold">
        {t("history.active")}
      </h2>
      <p>{t("history.activeUntil", { until: endText(suspension.endsAt, now) })}</p>
      <p>{t(`scope.${suspension.scope}`)}</p>
      <a href={hrefOfCase(suspension.caseId)} className="link">
        {t("history.see")}
      </a>
    </section>
  );
}
