import { Layers } from "lucide-react";
import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { getTranslator } from "@/lib/i18n/translator";
import { listClusters, MOST_CLUSTERS } from "@/lib/tickets/clusters";
import { canExportDecisions } from "@/lib/tickets/policy";
import { parseReference } from "@/lib/tickets/reference";
import type { Query } from "../_data/list-address";
import { ClusterSection } from "./_components/cluster-section";
import { ExportLinks } from "./_components/export-links";

type Props = { searchParams: Promise<Query> };

export function generateMetadata(): Metadata {
  return { title: getTranslator("agent")("titles.clusters") };
}

/** What several customers write about at the same time, each matter with its tickets. */
export default async function ClustersPage({ searchParams }: Props) {
  const ctx = contextOf(await requireStaff());
  const [clusters, { apart }] = await Promise.all([listClusters(ctx), searchParams]);
  const t = getTranslator("agent");
  return (
    <div className="w-full lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-5xl space-y-6 p-4 sm:p-6">
        <header className="space-y-1">
          <h1 id="clusters-title" tabIndex={-1} className="rounded-sm text-lg font-semibold">
            {t("clusters.title")}
          </h1>
          <p className="max-w-prose text-sm text-muted">{t("clusters.lead")}</p>
        </header>
        <TakenOut reference={typeof apart === "string" ? parseReference(apart) : null} />
        {clusters.length === 0 && (
          <EmptyState icon={<Layers aria-hidden="true" />} title={t("clusters.none")}>
            {t("clusters.noneHint")}
          </EmptyState>
        )}
        {clusters.map((cluster) => (
          <ClusterSection key={cluster.centre} cluster={cluster} now={ctx.now} />
        ))}
        {clusters.length === MOST_CLUSTERS && <p className="text-sm text-muted">{t("clusters.most", { count: MOST_CLUSTERS })}</p>}
        {canExportDecisions(ctx.actor) && <ExportLinks />}
      </div>
    </div>
  );
}

function TakenOut({ reference }: { reference: string | null }) {
  const t = getTranslator("agent");
  if (!reference) return null;
  return (
    <Notice
      tone="success"
      live="polite"
      title={t("clusters.apart", { reference })}
      actions={
        <ButtonLink size="sm" href={`/agent/tickets/${reference}#decisions-title`}>
          {t("clusters.apartUndo")}
        </ButtonLink>
      }
    />
  );
}
