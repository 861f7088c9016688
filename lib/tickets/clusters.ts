import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { topicOf } from "@/lib/duplicates/cluster-topic";
import { clustersOf, countCustomers, isRepeated, type Cluster } from "@/lib/duplicates/clusters";
import type { ScoredPair, TicketLink } from "@/lib/duplicates/links";
import { listLinksAmong, listLinksAround, listLiveLinks } from "@/lib/duplicates/live-links";
import { readApartPairs } from "@/lib/tickets/apart-pairs";
import { listSelect, toListItem } from "@/lib/tickets/ticket-rows";
import type { ClusterView } from "@/lib/tickets/types";
import { visibleTickets } from "@/lib/tickets/visibility";

/** More are not looked at; those with the newest tickets are shown. */
export const MOST_CLUSTERS = 50;

/** Matters that repeat among the live tickets of all customers, the one with the newest ticket first. For the desk alone. */
export async function listClusters(ctx: Context<StaffActor>): Promise<ClusterView[]> {
  const repeated = await findRepeated(ctx, await listLiveLinks(ctx));
  return loadViews(ctx, repeated.slice(0, MOST_CLUSTERS));
}

/** The matter that a ticket is part of, if it repeats. */
export async function findClusterOf(ctx: Context<StaffActor>, ticketId: string): Promise<ClusterView | null> {
  const repeated = await findRepeated(ctx, await listLinksAround(ctx, ticketId));
  const [view] = await loadViews(ctx, repeated.filter(({ members }) => members.includes(ticketId)));
  return view ?? null;
}

type Repeated = Cluster & { customers: number };

async function findRepeated({ db, actor }: Context<StaffActor>, links: ScoredPair[]): Promise<Repeated[]> {
  if (links.length === 0) return [];
  const linked = [...new Set(links.flatMap(({ lower, higher }) => [lower, higher]))];
  const clusters = clustersOf(links, await readApartPairs(db, linked));
  const rows = await db.ticket.findMany({
    where: { AND: [{ id: { in: clusters.flatMap(({ members }) => members) } }, visibleTickets(actor)] },
    select: { id: true, createdAt: true, organizationId: true, requesterId: true },
  });
  const customers = new Map(rows.map((row) => [row.id, row.organizationId ?? row.requesterId]));
  const openedAt = new Map(rows.map((row) => [row.id, row.createdAt.getTime()]));
  const lastOf = ({ members }: Cluster) => Math.max(...members.map((id) => openedAt.get(id) ?? 0));
  return clusters
    .filter(({ members }) => isRepeated(members, customers))
    .sort((a, b) => lastOf(b) - lastOf(a) || (a.centre < b.centre ? -1 : 1))
    .map((cluster) => ({ ...cluster, customers: countCustomers(cluster.members, customers) }));
}

async function loadViews({ db, actor }: Context<StaffActor>, clusters: Repeated[]): Promise<ClusterView[]> {
  if (clusters.length === 0) return [];
  const ids = clusters.flatMap(({ members }) => members);
  const [rows, links] = await Promise.all([
    db.ticket.findMany({
      where: { AND: [{ id: { in: ids } }, visibleTickets(actor)] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: listSelect(actor.userId),
    }),
    listLinksAmong({ db }, ids),
  ]);
  const items = rows.map((row) => toListItem(row, "staff"));
  return clusters.map((cluster) => toClusterView(cluster, { items, links }));
}

function toClusterView({ centre, members, customers }: Repeated, { items, links }: { items: ClusterView["tickets"]; links: TicketLink[] }): ClusterView {
  const inside = new Set(members);
  const tickets = items.filter(({ id }) => inside.has(id));
  return {
    centre: tickets.find(({ id }) => id === centre)?.reference ?? "",
    topic: topicOf(links.filter(({ lower, higher }) => inside.has(lower) && inside.has(higher))),
    tickets,
    customers,
    firstAt: tickets[0]?.createdAt ?? "",
    lastAt: tickets.at(-1)?.createdAt ?? "",
  };
}
