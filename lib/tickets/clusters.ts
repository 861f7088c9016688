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

/** Matters that repeat among the live tickets of all customers, the one with the newest ticket first. For the desk alone. */
export async function listClusters(ctx: Context<StaffActor>): Promise<ClusterView[]> {
  const clusters = await readClusters(ctx, await listLiveLinks(ctx));
  return clusters.toSorted((a, b) => (a.lastAt === b.lastAt ? (a.centre < b.centre ? -1 : 1) : a.lastAt < b.lastAt ? 1 : -1));
}

/** The matter that a ticket is part of, if it repeats. */
export async function findClusterOf(ctx: Context<StaffActor>, ticketId: string): Promise<ClusterView | null> {
  const clusters = await readClusters(ctx, await listLinksAround(ctx, ticketId));
  return clusters.find(({ tickets }) => tickets.some(({ id }) => id === ticketId)) ?? null;
}

async function readClusters(ctx: Context<StaffActor>, links: ScoredPair[]): Promise<ClusterView[]> {
  if (links.length === 0) return [];
  const linked = [...new Set(links.flatMap(({ lower, higher }) => [lower, higher]))];
  const clusters = clustersOf(links, await readApartPairs(ctx.db, linked));
  const rows = await ctx.db.ticket.findMany({
    where: { AND: [{ id: { in: clusters.flatMap(({ members }) => members) } }, visibleTickets(ctx.actor)] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { ...listSelect(ctx.actor.userId), organizationId: true, requesterId: true },
  });
  const customers = new Map(rows.map((row) => [row.id, row.organizationId ?? row.requesterId]));
  const items = rows.map((row) => toListItem(row, "staff"));
  const repeated = clusters.filter(({ members }) => isRepeated(members, customers));
  const reasoned = await listLinksAmong(ctx, repeated.flatMap(({ members }) => members));
  return repeated.map((cluster) => toClusterView(cluster, { items, customers, links: reasoned }));
}

type Known = { items: ClusterView["tickets"]; customers: Map<string, string>; links: TicketLink[] };

function toClusterView({ centre, members }: Cluster, { items, customers, links }: Known): ClusterView {
  const inside = new Set(members);
  const tickets = items.filter(({ id }) => inside.has(id));
  return {
    centre: tickets.find(({ id }) => id === centre)?.reference ?? "",
    topic: topicOf(links.filter(({ lower, higher }) => inside.has(lower) && inside.has(higher))),
    tickets,
    customers: countCustomers(members, customers),
    firstAt: tickets[0]?.createdAt ?? "",
    lastAt: tickets.at(-1)?.createdAt ?? "",
  };
}
