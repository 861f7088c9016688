import { Layers } from "lucide-react";
import Link from "next/link";
import { getTranslator } from "@/lib/i18n/translator";
import type { ClusterView } from "@/lib/tickets/types";
import { hrefOfCluster } from "../../../_data/cluster-address";

/** One line: others ask about the same, and one answer may serve them all. */
export function RepeatedMatter({ cluster }: { cluster: ClusterView }) {
  const t = getTranslator("agent");
  return (
    <p className="flex items-center gap-2 text-sm">
      <Layers aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <Link href={hrefOfCluster(cluster)} prefetch={false} className="link inline-flex min-h-6 items-center font-medium">
        {t("clusters.partOf", { tickets: cluster.tickets.length, customers: cluster.customers })}
      </Link>
    </p>
  );
}
