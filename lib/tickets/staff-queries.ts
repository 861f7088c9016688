import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { shownName, shownNameSelect } from "@/lib/auth/shown-name";
import { Prisma } from "@/lib/db/generated/client";
import { searchTickets } from "@/lib/duplicates/search-tickets";
import { DEFAULT_LIMIT } from "@/lib/duplicates/thresholds";
import { readApartFrom } from "@/lib/tickets/apart-pairs";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";
import { decisionSelect, toDecisionViews } from "@/lib/tickets/decision-views";
import { toDuplicateView } from "@/lib/tickets/duplicate-views";
import { SILENT_EVENTS } from "@/lib/tickets/events";
import { findDuplicatesFor } from "@/lib/tickets/find-duplicates-for";
import { canClose, canReopen, canReply } from "@/lib/tickets/policy";
import { targetSelect, toPromiseView } from "@/lib/tickets/promise-view";
import { inOrder } from "@/lib/tickets/queries";
import { listSentWith } from "@/lib/tickets/sent-with";
import { eventSelect, messageSelect, toEventViews, toMessageView } from "@/lib/tickets/thread";
import { articlesSelect, toSeenViews } from "@/lib/tickets/ticket-articles";
import { loadSealedViews } from "@/lib/tickets/sealed-views";
import { headerSelect, toTicketHeader } from "@/lib/tickets/ticket-header";
import { listSelect, toListItem } from "@/lib/tickets/ticket-rows";
import { canMove } from "@/lib/tickets/transitions";
import type { DuplicateView, Page, QueueCounts, QueueName, StaffThreadEntry, StaffTicketView, TicketListItem } from "@/lib/tickets/types";
import { searchScope, visibleTickets, visibleTicketsSql } from "@/lib/tickets/visibility";
import { toDate } from "@/lib/time/instants";

const PAGE_SIZE = 50;

const LIVE = Prisma.sql`t.status IN ('new', 'open', 'pending', 'on_hold')`;

/** Not put off. What is due soon, and all, show those too: a promise does not wait because the desk does. */
const AWAKE = Prisma.sql`(t.snoozed_until IS NULL)`;

type QueueInput = { queue: QueueName; departmentId?: string; cursor?: string };

/**
 * A queue, 50 a page. Live queues are ordered by what burns: the promise that is due first, then what owes nothing; history by its
 * last change, newest first.
 */
export async function listQueue(ctx: Context<StaffActor>, input: QueueInput): Promise<Page<TicketListItem>> {
  const isHistory = input.queue === "solved" || input.queue === "closed";
  const keys = await (isHistory ? historyPage(ctx, input) : livePage(ctx, input));
  const items = await loadInOrder(ctx, keys.slice(0, PAGE_SIZE).map((key) => key.id));
  const last = keys.length > PAGE_SIZE ? keys[PAGE_SIZE - 1] : undefined;
  return { items, nextCursor: last ? encodeCursor({ at: last.at ?? FAR, id: last.id }) : null };
}

/** Stands for "no date" in cursors; the index sorts the same tickets as infinity. */
const FAR = new Date(8.64e15);

type Key = { id: string; at: Date | null };

function livePage({ db, actor, now }: Context<StaffActor>, { queue, departmentId, cursor }: QueueInput): Promise<Key[]> {
  const after = decodeCursor(cursor);
  const afterSql = after
    ? Prisma.sql`AND (COALESCE(t.next_due_at, 'infinity'::timestamptz), t.id) > (${after.at.getTime() === FAR.getTime() ? "infinity" : after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  return db.$queryRaw<Key[]>`
    SELECT t.id, t.next_due_at AS at FROM ticket t
    WHERE ${LIVE} AND ${visibleTicketsSql(actor)} AND ${liveQueueSql(queue, actor, now)} ${departmentSql(departmentId)} ${afterSql}
    ORDER BY COALESCE(t.next_due_at, 'infinity'::timestamptz), t.id
    LIMIT ${PAGE_SIZE + 1}`;
}

function historyPage({ db, actor }: Context<StaffActor>, { queue, departmentId, cursor }: QueueInput): Promise<Key[]> {
  const after = decodeCursor(cursor);
  const afterSql = after ? Prisma.sql`AND (t.updated_at, t.id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)` : Prisma.empty;
  const status = queue === "solved" ? Prisma.sql`t.status = 'solved'` : Prisma.sql`t.status = 'closed'`;
  return db.$queryRaw<Key[]>`
    SELECT t.id, t.updated_at AS at FROM ticket t
    WHERE t.status IN ('solved', 'closed') AND ${status} AND ${visibleTicketsSql(actor)} ${departmentSql(departmentId)} ${afterSql}
    ORDER BY t.updated_at DESC, t.id DESC
    LIMIT ${PAGE_SIZE + 1}`;
}

function departmentSql(departmentId: string | undefined): Prisma.Sql {
  return departmentId ? Prisma.sql`AND t.department_id = ${departmentId}::uuid` : Prisma.empty;
}

/** Due within this many hours of the wall: what to look at before the day ends. */
const SOON_HOURS = 24;

function liveQueueSql(queue: QueueName, actor: StaffActor, now: Temporal.Instant): Prisma.Sql {
  switch (queue) {
    case "unassigned":
      return Prisma.sql`t.assignee_id IS NULL AND ${AWAKE}`;
    case "mine":
      return Prisma.sql`t.assignee_id = ${actor.userId}::uuid AND ${AWAKE}`;
    case "due":
      return Prisma.sql`t.next_due_at < ${toDate(now.add({ hours: SOON_HOURS })).toISOString()}::timestamptz`;
    case "open":
      return Prisma.sql`t.status IN ('new', 'open') AND ${AWAKE}`;
    case "pending":
      return Prisma.sql`t.status = 'pending' AND ${AWAKE}`;
    case "on_hold":
      return Prisma.sql`t.status = 'on_hold' AND ${AWAKE}`;
    case "snoozed":
      return Prisma.sql`NOT ${AWAKE}`;
    case "all":
      return Prisma.sql`TRUE`;
    case "solved":
    case "closed":
      return Prisma.sql`FALSE`; // history has its own page
    default:
      return queue satisfies never;
  }
}

type CountRow = {
  departmentId: string;
  live: number;
  overdue: number;
  unassigned: number;
  mine: number;
  due: number;
  open: number;
  pending: number;
  onHold: number;
  snoozed: number;
};

/** All the numbers beside the queues, in one pass over the live tickets. */
export async function countQueues({ db, actor, now }: Context<StaffActor>): Promise<QueueCounts> {
  const soon = toDate(now.add({ hours: SOON_HOURS })).toISOString();
  const [rows, departments] = await Promise.all([
    db.$queryRaw<CountRow[]>`
      SELECT t.department_id AS "departmentId",
        count(*)::int AS live,
        count(*) FILTER (WHERE t.next_due_at < ${toDate(now).toISOString()}::timestamptz)::int AS overdue,
        count(*) FILTER (WHERE t.assignee_id IS NULL AND ${AWAKE})::int AS unassigned,
        count(*) FILTER (WHERE t.assignee_id = ${actor.userId}::uuid AND ${AWAKE})::int AS mine,
        count(*) FILTER (WHERE t.next_due_at < ${soon}::timestamptz)::int AS due,
        count(*) FILTER (WHERE t.status IN ('new', 'open') AND ${AWAKE})::int AS open,
        count(*) FILTER (WHERE t.status = 'pending' AND ${AWAKE})::int AS pending,
        count(*) FILTER (WHERE t.status = 'on_hold' AND ${AWAKE})::int AS "onHold",
        count(*) FILTER (WHERE NOT ${AWAKE})::int AS snoozed
      FROM ticket t WHERE ${LIVE} AND ${visibleTicketsSql(actor)} GROUP BY t.department_id`,
    listDepartments({ db }),
  ]);
  const sum = (key: Exclude<keyof CountRow, "departmentId">) => rows.reduce((total, row) => total + row[key], 0);
  const byDepartment = new Map(rows.map((row) => [row.departmentId, row]));
  return {
    queues: { unassigned: sum("unassigned"), mine: sum("mine"), due: sum("due"), open: sum("open"), pending: sum("pending"), on_hold: sum("onHold"), snoozed: sum("snoozed") },
    departments: departments.map((each) => ({ ...each, live: byDepartment.get(each.id)?.live ?? 0, overdue: byDepartment.get(each.id)?.overdue ?? 0 })),
  };
}

export async function searchTicketList(ctx: Context<StaffActor>, { text }: { text: string }): Promise<TicketListItem[]> {
  const hits = await searchTickets(ctx, { text, scope: searchScope(ctx.actor), limit: PAGE_SIZE });
  return loadInOrder(ctx, hits.map((hit) => hit.ticketId));
}

async function loadInOrder({ db, actor }: Context<StaffActor>, ids: string[]): Promise<TicketListItem[]> {
  if (ids.length === 0) return [];
  const rows = await db.ticket.findMany({ where: { AND: [{ id: { in: ids } }, visibleTickets(actor)] }, select: listSelect(actor.userId) });
  const byId = new Map(rows.map((row) => [row.id, toListItem(row, "staff")]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Of what others' texts were said to be; the newest tell enough. */
const MOST_DECISIONS = 50;

export async function findTicketForStaff(ctx: Context<StaffActor>, reference: string): Promise<StaffTicketView | null> {
  const { db, actor } = ctx;
  const ticket = await db.ticket.findFirst({
    where: { AND: [{ reference }, visibleTickets(actor)] },
    select: {
      ...headerSelect,
      requester: { select: { id: true, name: true, email: true } },
      assignee: { select: { id: true, ...shownNameSelect } },
      snoozedUntil: true,
      snoozedBy: { select: { name: true } },
      mergedFrom: { orderBy: { mergedAt: "asc" }, select: { reference: true, subject: true } },
      notes: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: messageSelect },
      events: { where: { type: { notIn: [...SILENT_EVENTS] } }, orderBy: { id: "asc" }, select: eventSelect },
      slaTargets: { orderBy: { startedAt: "asc" }, select: targetSelect },
      articles: articlesSelect,
      ownDecisions: { select: decisionSelect },
      decisions: { orderBy: { decidedAt: "desc" }, take: MOST_DECISIONS, select: decisionSelect },
    },
  });
  if (!ticket) return null;

  const promises = await Promise.all(ticket.slaTargets.map((row) => toPromiseView(ctx, row)));
  const thread: StaffThreadEntry[] = [
    ...ticket.messages.map((row) => ({ entry: "message" as const, ...toMessageView(actor, row) })),
    ...ticket.notes.map((row) => ({ entry: "note" as const, ...toMessageView(actor, row) })),
    ...(await toEventViews(db, actor, ticket.events)).map((view) => ({ entry: "event" as const, ...view })),
  ];
  return {
    ...toTicketHeader(ticket, promises, await listSentWith(ctx, ticket)),
    requesterEmail: ticket.requester.email,
    assignee: ticket.assignee && { id: ticket.assignee.id, name: shownName(ticket.assignee) },
    snooze: ticket.snoozedUntil && ticket.snoozedBy ? { until: ticket.snoozedUntil.toISOString(), byName: ticket.snoozedBy.name } : null,
    promises,
    mergedFrom: ticket.mergedFrom,
    sealed: await loadSealedViews(db, ticket.id),
    decisions: toDecisionViews([...ticket.ownDecisions, ...ticket.decisions], ticket.id),
    articles: toSeenViews(ticket.articles),
    thread: inOrder(thread),
    can: {
      reply: canReply(actor, ticket),
      solve: canMove(ticket.status, "solve"),
      hold: canMove(ticket.status, "put_on_hold") && ticket.status !== "on_hold",
      awaitRequester: canMove(ticket.status, "await_requester") && ticket.status !== "pending",
      reopen: canReopen(actor, ticket),
      close: canClose(actor, ticket),
      merge: canMove(ticket.status, "merge"),
    },
  };
}

/** Likely duplicates of a ticket, among all customers' tickets, but for those that the desk said are another matter. */
export async function similarTickets(ctx: Context<StaffActor>, ticketId: string): Promise<DuplicateView[]> {
  const ticket = await ctx.db.ticket.findFirst({
    where: { AND: [{ id: ticketId }, visibleTickets(ctx.actor)] },
    select: { subject: true, body: true, productId: true, departmentId: true },
  });
  if (!ticket) return [];
  const apart = await readApartFrom(ctx.db, ticketId);
  // Those that are left out leave their places to the next ones.
  const candidates = await findDuplicatesFor(ctx, { draft: ticket, excludeTicketId: ticketId, limit: DEFAULT_LIMIT + apart.size });
  return candidates.filter((candidate) => !apart.has(candidate.ticketId)).slice(0, DEFAULT_LIMIT).map(toDuplicateView);
}

export function listAssignees({ db }: Context<StaffActor>): Promise<{ id: string; name: string }[]> {
  return db.user.findMany({ where: { role: { in: ["agent", "admin"] }, suspendedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

export function listDepartments({ db }: Pick<Context<StaffActor>, "db">): Promise<{ id: string; slug: string; name: string }[]> {
  return db.department.findMany({ where: { isActive: true }, orderBy: { position: "asc" }, select: { id: true, slug: true, name: true } });
}
