import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { StatusPill } from "@/components/ui/badge";
import { formatDuration } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { AuthorisedView } from "@/lib/quotes/work-types";

/** One authorisation: what was estimated, what is used and what is left of it. */
export function AuthorisedPanel({ authorised, children }: { authorised: AuthorisedView; children?: React.ReactNode }) {
  const t = getTranslator("work");
  const { basis, contract, estimatedMinutes, usedMinutes, leftMinutes, closing } = authorised;
  return (
    <Panel
      title={t("authorised.title", { quote: authorised.reference })}
      actions={<StatusPill tone={closing ? "success" : "accent"}>{closing ? t("authorised.closed") : t("authorised.inForce")}</StatusPill>}
    >
      <DescriptionList
        items={[
          { term: t("authorised.basis"), value: contract ? t("authorised.contract", { name: contract.name }) : t(`authorised.${basis}`) },
          { term: t("authorised.estimated"), value: leftMinutes === null ? t("authorised.unbounded") : formatDuration(estimatedMinutes) },
          { term: t("authorised.used"), value: formatDuration(usedMinutes) },
          { term: t("authorised.left"), value: closing || leftMinutes === null ? null : formatDuration(leftMinutes) },
          { term: t("authorised.rounding"), value: contract && contract.roundingMinutes > 1 ? formatDuration(contract.roundingMinutes) : null },
        ]}
      />
      {children}
    </Panel>
  );
}
