import "server-only";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isBarred } from "@/lib/conduct/suspension-rules";
import { readRunningSuspension } from "@/lib/conduct/suspensions";
import type { Prisma } from "@/lib/db/generated/client";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import { toDuplicateView } from "@/lib/tickets/duplicate-views";
import { CUSTOMER_EVENTS } from "@/lib/tickets/events";
import { findDuplicatesFor } from "@/lib/tickets/find-duplicates-for";
import { canClose, canReopen, canReply } from "@/lib/tickets/policy";
import { targetSelect, toPromiseView } from "@/lib/tickets/promise-view";
import type { SuggestInput } from "@/lib/tickets/schema";
import { listSentWith } from "@/lib/tickets/sent-with";
import { eventSelect, toEventViews, toMessageView } from "@/lib/tickets/thread";
import { loadSealedViews } from "@/lib/tickets/sealed-views";
import { headerSelect, toTicketHeader } from "@/lib/tickets/ticket-header";
import { listSelect, toListItem } from "@/lib/tickets/ticket-rows";
import {
  BODY_MAX,
  SUBJECT_MAX,
  type CustomerThreadEntry,
  type CustomerTicketView,
  type DuplicateView,
  type Page,
  type TicketListItem,
} from "@/lib/tickets/types";
import { LIVE_STATUSES } from "@/lib/tickets/transitions";
import { searchScope, visibleTickets } from "@/lib/tickets/visibility";

const PAGE_SIZE = 25;

export type CustomerFilter = "all" | "live" | "waiting" | "done";

const FILTERS: Record<CustomerFilter, Prisma.TicketWhereInput> = {
  all: {},
  live: { status: { in: LIVE_STATUSES } },
  waiting: { status: "pending" },
  done: { status: { in: ["solved", "closed"] } },
};

/** Newest change first; with `search`, best match first and one page. */
export async function listCustomerTickets(ctx: Context<CustomerActor>, { filter, search, cursor }: {
  filter: CustomerFilter;
  search?: string;
  cursor?: string;
}): Promise<Page<TicketListItem>> {
  const where = [visibleTickets(ctx.actor), FILTERS[filter]];
  const select = listSelect(ctx.actor.userId);
  if (search?.trim()) {
    const hits = await searchTickets(ctx, { text: search, scope: searchScope(ctx.actor), limit: PAGE_SIZE });
    const rank = new Map(hits.map((hit, index) => [hit.ticketId, index]));
    const rows = await ctx.db.ticket.findMany({ where: { AND: [...where, { id: { in: [...rank.keys()] } }] }, select });
    rows.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
    return { items: rows.map((row) => toListItem(row, "customer")), nextCursor: null };
  }

  const after = decodeCursor(cursor);
  if (after) where.push({ OR: [{ updatedAt: { lt: after.at } }, { updatedAt: after.at, id: { lt: after.id } }] });
  const rows = await ctx.db.ticket.findMany({ where: { AND: where }, orderBy: [{ updatedAt: "desc" }, { id: "desc" }], take: PAGE_SIZE + 1, select });
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE_SIZE).map((row) => toListItem(row, "customer")),
    nextCursor: last ? encodeCursor({ at: last.updatedAt, id: last.id }) : null,
  };
}

export async function countCustomerTickets({ db, actor }: Context<CustomerActor>): Promise<{ live: number; waiting: number; done: number }> {
  const rows = await db.ticket.groupBy({ by: ["status"], where: visibleTickets(actor), _count: true });
  const sum = (statuses: string[]) => rows.filter((row) => statuses.includes(row.status)).reduce((total, row) => total + row._count, 0);
  return { live: sum(LIVE_STATUSES), waiting: sum(["pending"]), done: sum(["solved", "closed"]) };
}

/** Null when there is none that the actor may see. Notes and internal events are not even read. */
export async function findTicketForCustomer(ctx: Context<CustomerActor>, reference: string): Promise<CustomerTicketView | null> {
  const { db, actor } = ctx;
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ reference }, visibleTickets(actor)] },
    select: {
      ...headerSelect,
      requesterId: true,
      events: { where: { type: { in: [...CUSTOMER_EVENTS] } }, orderBy: { id: "asc" }, select: eventSelect },
      slaTargets: { where: { kind: { not: "resolution" } }, orderBy: { startedAt: "asc" }, select: targetSelect },
    },
  });
  if (!ticket) return null;

  const promises = await Promise.all(ticket.slaTargets.map((row) => toPromiseView(ctx, row)));
  const mergedInto = await findSurvivor(ctx, ticket);
  const suspendedUntil = await findSuspendedUntil(ctx, ticket.department.id);
  const thread: CustomerThreadEntry[] = [
    ...ticket.messages.map((row) => ({ entry: "message" as const, ...toMessageView(actor, row) })),
    // Where it went is said only to who may see it there.
    ...(await toEventViews(db, actor, ticket.events)).map((view) => ({ entry: "event" as const, ...view, data: mergedInto || view.type !== "ticket.merged" ? view.data : {} })),
  ];
  return {
    ...toTicketHeader(ticket, promises, await listSentWith(ctx, ticket)),
    mergedInto,
    sealed: await loadSealedViews(db, ticket.id),
    isOwn: ticket.requesterId === actor.userId,
    thread: inOrder(thread),
    suspendedUntil,
    can: { reply: canReply(actor, ticket) && !suspendedUntil, close: canClose(actor, ticket), reopen: canReopen(actor, ticket) && !suspendedUntil },
  };
}

/** Until when a suspension keeps the reader from writing to a department; null for almost everybody. */
async function findSuspendedUntil({ db, actor, now }: Context<CustomerActor>, departmentId: string): Promise<string | null> {
  const suspension = await readRunningSuspension(db, { userId: actor.userId, now });
  if (!suspension) return null;
  const department = await db.department.findUniqueOrThrow({ where: { id: departmentId }, select: { isEssential: true } });
  return isBarred(suspension, department) ? suspension.endsAt : null;
}

/** Where a merged ticket goes on, unless that is a colleague's ticket that the actor may not see. */
function findSurvivor({ db, actor }: Context<CustomerActor>, { mergedIntoId }: { mergedIntoId: string | null }): Promise<{ reference: string; subject: string } | null> {
  if (mergedIntoId === null) return Promise.resolve(null);
  return db.ticket.findFirst({ where: { AND: [{ id: mergedIntoId }, visibleTickets(actor)] }, select: { reference: true, subject: true } });
}

/** Messages and events as they happened; a message stands before the event that it caused. */
export function inOrder<T extends { entry: string; id: string } & ({ createdAt: string } | { at: string })>(entries: T[]): T[] {
  const instantOf = (entry: T) => ("createdAt" in entry ? entry.createdAt : entry.at);
  return entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => instantOf(a.entry).localeCompare(instantOf(b.entry)) || a.index - b.index)
    .map(({ entry }) => entry);
}

/** Tickets on the same topic as what is being typed, among those that the person may see. */
export async function suggestDuplicates(ctx: Context<CustomerActor>, input: SuggestInput): Promise<DuplicateView[]> {
  const draft = { ...input, subject: input.subject.slice(0, SUBJECT_MAX), body: input.body.slice(0, BODY_MAX) };
  if (`${draft.subject}${draft.body}`.trim().length < 4) return [];
  const candidates = await findDuplicatesFor(ctx, { draft });
  return candidates.map(toDuplicateView);
}
