import type { ClusterView } from "@/lib/tickets/types";

/** A cluster goes by the ticket to read first: it has no id of its own, because it is reckoned anew each time. */
export function idOfCluster({ centre }: Pick<ClusterView, "centre">): string {
  return `asunto-${centre}`;
}

export function hrefOfCluster(cluster: Pick<ClusterView, "centre">): string {
  return `/agent/clusters#${idOfCluster(cluster)}`;
}
