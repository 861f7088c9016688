import "server-only";
import type { Actor, PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganizationRole } from "@/lib/db/generated/enums";
import { toDate } from "@/lib/time/instants";

/** So long an invitation may be accepted; each of its links works for half an hour. */
export const INVITATION_DAYS = 14;
/** Of one organization, open at once. */
export const OPEN_MAX = 200;

/** The desk sees all, a manager those into the own organization. */
export function visibleInvitations(actor: Actor): Prisma.InvitationWhereInput {
  if (actor.kind !== "customer") return {};
  return actor.isManager && actor.organizationId !== null ? { organizationId: actor.organizationId } : { id: { in: [] } };
}

export type InvitationView = { id: string; name: string; email: string; role: OrganizationRole; invitedByName: string; sentAt: string; expiresAt: string; isExpired: boolean };

/** Those that wait for an answer, whoever was invited last first. Nothing says whether the address has an account. */
export async function listOpenInvitations({ db, actor, now }: Context<PersonActor>, { organizationId }: { organizationId: string }): Promise<InvitationView[]> {
  const rows = await db.invitation.findMany({
    where: { AND: [visibleInvitations(actor), { organizationId, state: "open" }] },
    orderBy: [{ sentAt: "desc" }, { id: "asc" }],
    take: OPEN_MAX,
    select: { id: true, name: true, email: true, role: true, sentAt: true, expiresAt: true, invitedBy: { select: { name: true } } },
  });
  return rows.map(({ invitedBy, sentAt, expiresAt, ...row }) => ({ ...row, invitedByName: invitedBy.name, sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString(), isExpired: expiresAt.getTime() <= now.epochMilliseconds }));
}

export type LockedInvitation = Prisma.InvitationGetPayload<{ select: typeof lockedColumns }>;
const lockedColumns = { id: true, organizationId: true, email: true, name: true, role: true, state: true, expiresAt: true, invitedBy: { select: { name: true } }, organization: { select: { name: true, slug: true } } } as const;

/** Takes an invitation for this transaction. Whoever needs its links too takes it first, so that no two wait for each other. */
export async function lockInvitation(tx: Tx, where: Prisma.InvitationWhereInput): Promise<LockedInvitation | null> {
  const found = await tx.invitation.findFirst({ where, select: { id: true } });
  if (!found) return null;
  await tx.$queryRaw`SELECT id FROM invitation WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.invitation.findUnique({ where: { id: found.id }, select: lockedColumns });
}

export function isOpen({ state, expiresAt }: { state: string; expiresAt: Date }, now: Temporal.Instant): boolean {
  return state === "open" && expiresAt.getTime() > now.epochMilliseconds;
}

/**
 * What an open invitation into the organization says of whoever comes by another way; taken for this transaction.
 * @returns the role that was meant for them
 */
export async function invitedRole(tx: Tx, { email, organizationId, now }: { email: string; organizationId: string; now: Temporal.Instant }): Promise<OrganizationRole | null> {
  const row = await lockInvitation(tx, { email, organizationId, state: "open" });
  return row && isOpen(row, now) ? row.role : null;
}

/** Whoever was invited is there now, whichever way they came. */
export async function settleInvitations(tx: Tx, { email, organizationId, userId, now }: { email: string; organizationId: string; userId: string; now: Temporal.Instant }): Promise<void> {
  await tx.invitation.updateMany({ where: { email, organizationId, state: "open" }, data: { state: "accepted", userId, closedAt: toDate(now) } });
}

/** `account`: they have none yet. `join`: theirs belongs to no organization, and may. `elsewhere`: theirs belongs somewhere, or is the desk's. */
export type InvitedWay = "account" | "join" | "elsewhere";

/** Which way leads in for whoever has this address. */
export async function wayOf(db: Db | Tx, email: string): Promise<InvitedWay> {
  const person = await db.user.findUnique({ where: { email }, select: { role: true, organizationId: true } });
  if (!person) return "account";
  return person.role === "customer" && person.organizationId === null ? "join" : "elsewhere";
}
