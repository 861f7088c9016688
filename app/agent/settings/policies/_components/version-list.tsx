import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { formatFullDateTime, formatPlainDate } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import type { PolicyDeskVersion } from "@/lib/policies/types";
import { hrefOfVersion } from "../_data/addresses";

const TONES = { past: "neutral", "in-force": "success", announced: "accent" } as const;

/** What was published, newest first, with how many accepted it. */
export function VersionList({ policyId, versions }: { policyId: string; versions: PolicyDeskVersion[] }) {
  const t = getTranslator("policies");
  return (
    <Panel title={t("desk.versions")} isFlush>
      {versions.length === 0 && <p className="p-4 text-sm text-muted sm:px-5">{t("desk.versionsEmpty")}</p>}
      <ol className="divide-y">
        {versions.map((version) => (
          <li key={version.number} className="space-y-1 px-4 py-3 text-sm sm:px-5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link href={hrefOfVersion(policyId, version.number)} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
                {t("desk.version", { number: version.number })}
              </Link>
              <Badge tone={TONES[version.state]}>{t(`state.${version.state}`)}</Badge>
              {version.isMaterial && <Badge tone="warn">{t("desk.material")}</Badge>}
            </p>
            <p>{version.until === null ? t("public.sinceDay", { day: formatPlainDate(version.effectiveOn) }) : t("public.between", { from: formatPlainDate(version.effectiveOn), to: formatPlainDate(version.until) })}</p>
            {version.changeNote && <p className="break-words whitespace-pre-line">{version.changeNote}</p>}
            <p className="text-muted">
              {version.publishedBy === null ? t("desk.published", { at: formatFullDateTime(version.publishedAt) }) : t("desk.publishedBy", { at: formatFullDateTime(version.publishedAt), name: version.publishedBy })}
              {" · "}
              {t("desk.acceptances", { count: version.acceptances })}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
