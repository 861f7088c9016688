import "server-only";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { CustomerHit, NotedView, NotePage, NoteTarget } from "@/lib/off-channel/types";
import { visibleNotes } from "@/lib/off-channel/visibility";
import { decodeCursor, encodeCursor } from "@/lib/tickets/cursor";

const select = {
  id: true,
  channel: true,
  subject: true,
  body: true,
  submissionKey: true,
  createdAt: true,
  expiresAt: true,
  agent: { select: { name: true } },
  customer: { select: { id: true, name: true, organization: { select: { name: true } } } },
  department: { select: { id: true, name: true } },
  product: { select: { id: true, name: true } },
} as const satisfies Prisma.OffChannelNoteSelect;

const PAGE_SIZE = 25;
/** A search that finds more is too wide to choose from. */
export const MOST_HITS = 20;

/** What waits for the customer's word, the oldest first: it lapses first. */
export async function listNotedForCustomer({ db, actor, now }: Context<CustomerActor>): Promise<NotedView[]> {
  const rows = await db.offChannelNote.findMany({ where: { AND: [visibleNotes(actor, now), { customerId: actor.userId }] }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select });
  return rows.map(toView);
}

export async function findNoted({ db, actor, now }: Context<PersonActor>, id: string): Promise<NotedView | null> {
  const row = await db.offChannelNote.findFirst({ where: { AND: [visibleNotes(actor, now), { id }] }, select });
  return row && toView(row);
}

/** For the desk: what was noted and waits, the newest first. */
export async function listNoted({ db, actor, now }: Context<StaffActor>, { cursor }: { cursor?: string }): Promise<NotePage> {
  if (actor.kind !== "staff") return { items: [], nextCursor: null };
  const after = decodeCursor(cursor);
  const later = after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {};
  const rows = await db.offChannelNote.findMany({ where: { AND: [visibleNotes(actor, now), later] }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: PAGE_SIZE + 1, select });
  const last = rows.length > PAGE_SIZE ? rows[PAGE_SIZE - 1] : undefined;
  return { items: rows.slice(0, PAGE_SIZE).map(toView), nextCursor: last ? encodeCursor({ at: last.createdAt, id: last.id }) : null };
}

/** Customers whose name, address or organization has each of the words in it. */
export async function searchCustomers({ db, actor }: Context<StaffActor>, { text }: { text: string }): Promise<CustomerHit[]> {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  if (actor.kind !== "staff" || words.length === 0) return [];
  const has = (word: string) => ({ contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const });
  const rows = await db.user.findMany({
    where: { role: "customer", suspendedAt: null, AND: words.map((word) => ({ OR: [{ name: has(word) }, { email: has(word) }, { organization: { name: has(word) } }] })) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_HITS + 1,
    select: { id: true, name: true, email: true, organization: { select: { name: true } } },
  });
  return rows.map(({ organization, ...row }) => ({ ...row, organizationName: organization?.name ?? null }));
}

export async function findNoteTarget({ db, actor }: Context<StaffActor>, customerId: string): Promise<NoteTarget | null> {
  if (actor.kind !== "staff") return null;
  const row = await db.user.findFirst({
    where: { id: customerId, role: "customer", suspendedAt: null },
    select: { id: true, name: true, email: true, organization: { select: { name: true, products: { orderBy: [{ kind: "asc" }, { name: "asc" }], select: { id: true, name: true } } } } },
  });
  if (!row) return null;
  const { organization, ...person } = row;
  return { ...person, organizationName: organization?.name ?? null, products: organization?.products ?? [] };
}

function toView({ agent, customer, createdAt, expiresAt, ...row }: Prisma.OffChannelNoteGetPayload<{ select: typeof select }>): NotedView {
  return {
    ...row,
    agentName: agent.name,
    customer: { id: customer.id, name: customer.name, organizationName: customer.organization?.name ?? null },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
