import "server-only";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { nameFor, shownName, shownNameSelect } from "@/lib/auth/shown-name";
import { readCapacity, readDeskState } from "@/lib/chat/desk-state";
import { canEditChat, canWriteIn } from "@/lib/chat/policy";
import { expectedWaitMinutes } from "@/lib/chat/queue";
import { readChatSettings } from "@/lib/chat/settings";
import { USUALLY_AT_ONCE, type AvailabilityView, type CannedView, type ConversationLists, type ConversationView, type DeskState, type HandOverView } from "@/lib/chat/types";
import { itemSelect, messageSelect, toItem, toMessageView } from "@/lib/chat/views";
import { visibleConversations } from "@/lib/chat/visibility";
import type { Db } from "@/lib/db/client";
import { toDate } from "@/lib/time/instants";

/** A conversation with what was written after `after`, oldest first; null when there is none that the actor may see. */
export async function findConversation({ db, actor, now }: Context<PersonActor>, id: string, { after = 0 }: { after?: number } = {}): Promise<ConversationView | null> {
  const row = await db.conversation.findFirst({
    where: { AND: [visibleConversations(actor), { id }] },
    select: {
      id: true, state: true, customerId: true, agentId: true, startedAt: true, closedAt: true, closedWhy: true, lastSeq: true, customerReadSeq: true, agentReadSeq: true,
      customer: { select: { name: true } },
      organization: { select: { name: true } },
      agent: { select: shownNameSelect },
      department: { select: { name: true } },
      ticket: { select: { reference: true } },
      messages: { where: { seq: { gt: after } }, orderBy: { seq: "asc" }, select: messageSelect },
    },
  });
  if (!row) return null;
  const isStaff = actor.kind === "staff";
  return {
    id: row.id,
    state: row.state,
    customer: { id: row.customerId, name: row.customer.name, organization: row.organization?.name ?? null },
    agentName: row.agent && nameFor(actor, row.agent),
    department: row.department?.name ?? null,
    canWrite: canWriteIn(actor, row),
    startedAt: row.startedAt.toISOString(),
    closed: row.closedAt && row.closedWhy ? { at: row.closedAt.toISOString(), why: row.closedWhy } : null,
    ticket: row.ticket,
    queue: row.state === "waiting" ? await readPlace(db, row, now) : null,
    lastSeq: row.lastSeq,
    seenSeq: isStaff ? row.customerReadSeq : row.agentReadSeq,
    readSeq: isStaff ? row.agentReadSeq : row.customerReadSeq,
    messages: row.messages.map((message) => toMessageView(message, actor)),
  };
}

/** So many of the newest ones tell how long one takes. */
const TALKS_READ = 20;

async function readPlace(db: Db, { id, startedAt }: { id: string; startedAt: Date }, now: Temporal.Instant): Promise<{ place: number; waitMinutes: number | null }> {
  const [before, talks, capacity] = await Promise.all([
    db.conversation.count({ where: { state: "waiting", OR: [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }] } }),
    db.conversation.findMany({ where: { state: "closed", agentId: { not: null }, closedAt: { gt: toDate(now.subtract({ hours: 24 * 14 })) } }, orderBy: { closedAt: "desc" }, take: TALKS_READ, select: { assignedAt: true, closedAt: true } }),
    readCapacity(db, now),
  ]);
  const talkMinutes = talks.flatMap(({ assignedAt, closedAt }) => (assignedAt && closedAt ? [Math.ceil((closedAt.getTime() - assignedAt.getTime()) / 60_000)] : []));
  return { place: before + 1, waitMinutes: expectedWaitMinutes(before + 1, { talkMinutes, capacity }) };
}

/** The one that is under way, or that ended within the last hours: what the page of a customer shows. */
export async function findOwnConversation({ db, actor, now }: Context<CustomerActor>): Promise<{ id: string; isLive: boolean } | null> {
  const row = await db.conversation.findFirst({
    where: { AND: [visibleConversations(actor), { customerId: actor.userId }, { OR: [{ state: { not: "closed" } }, { closedAt: { gt: toDate(now.subtract({ hours: 12 })) } }] }] },
    orderBy: { startedAt: "desc" },
    select: { id: true, state: true },
  });
  return row && { id: row.id, isLive: row.state !== "closed" };
}

export function findDeskState({ db, now }: Context<PersonActor>): Promise<DeskState> {
  return readDeskState(db, now);
}

const CLOSED_SHOWN = 20;

/** What the desk has at hand: one's own, who waits, colleagues' and what ended lately. */
export async function listConversations({ db, actor }: Context<StaffActor>): Promise<ConversationLists> {
  if (actor.kind !== "staff") return { own: [], waiting: [], others: [], closed: [] };
  const [live, closed] = await Promise.all([
    db.conversation.findMany({ where: { state: { not: "closed" } }, orderBy: [{ startedAt: "asc" }, { id: "asc" }], take: 200, select: itemSelect }),
    db.conversation.findMany({ where: { state: "closed" }, orderBy: [{ closedAt: "desc" }, { id: "desc" }], take: CLOSED_SHOWN, select: itemSelect }),
  ]);
  const items = live.map((row) => toItem(row, actor));
  return {
    own: items.filter(({ state, isOwn }) => state === "active" && isOwn),
    waiting: items.filter(({ state }) => state === "waiting"),
    others: items.filter(({ state, isOwn }) => state === "active" && !isOwn),
    closed: closed.map((row) => toItem(row, actor)),
  };
}

/** What colleagues said to each other when they handed it over: the desk's own. */
export async function listHandOvers({ db, actor }: Context<StaffActor>, conversationId: string): Promise<HandOverView[]> {
  if (actor.kind !== "staff") return [];
  const rows = await db.conversationHandOver.findMany({ where: { conversationId }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { id: true, note: true, at: true, from: { select: shownNameSelect }, to: { select: shownNameSelect } } });
  return rows.map(({ id, note, at, from, to }) => ({ id, note, at: at.toISOString(), fromName: shownName(from), toName: shownName(to) }));
}

/** To whom one may hand over. */
export async function listColleagues({ db, actor }: Context<StaffActor>): Promise<{ id: string; name: string; isAvailable: boolean }[]> {
  if (actor.kind !== "staff") return [];
  const rows = await db.user.findMany({ where: { role: { not: "customer" }, suspendedAt: null }, orderBy: [{ name: "asc" }, { id: "asc" }], select: { id: true, name: true, chatAvailability: { select: { isAvailable: true } } } });
  return rows.map(({ id, name, chatAvailability }) => ({ id, name, isAvailable: chatAvailability?.isAvailable ?? false }));
}

export async function getAvailability({ db, actor }: Context<StaffActor>): Promise<AvailabilityView> {
  const row = await db.chatAvailability.findUnique({ where: { userId: actor.userId }, select: { isAvailable: true, mostAtOnce: true } });
  return row ?? { isAvailable: false, mostAtOnce: USUALLY_AT_ONCE };
}

export async function listCanned({ db, actor }: Context<StaffActor>): Promise<CannedView[]> {
  if (actor.kind !== "staff") return [];
  return db.cannedAnswer.findMany({ orderBy: [{ title: "asc" }, { id: "asc" }], select: { id: true, title: true, body: true } });
}

/** For the page of settings; null to whoever may not edit them. */
export async function findChatSettings({ db, actor }: Context<StaffActor>): Promise<{ silenceMinutes: number } | null> {
  return canEditChat(actor) ? readChatSettings(db) : null;
}

/** How many wait, and how many of one's own have something unread: what stands beside the entry of the desk. */
export async function countChats({ db, actor }: Context<StaffActor>): Promise<{ waiting: number; unread: number }> {
  if (actor.kind !== "staff") return { waiting: 0, unread: 0 };
  const [counts] = await db.$queryRaw<{ waiting: number; unread: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'active' AND agent_id = ${actor.userId}::uuid AND last_seq > agent_read_seq)::int AS unread
    FROM conversation WHERE state <> 'closed'`;
  return counts ?? { waiting: 0, unread: 0 };
}
