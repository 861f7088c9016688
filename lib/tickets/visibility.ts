import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { TicketScope } from "@/lib/duplicates/types";

/** Which tickets an actor may see: staff all, a manager the organization's and own ones, a member own ones. */
export function visibleTickets(actor: Actor): Prisma.TicketWhereInput {
  if (actor.kind !== "customer") return {};
  if (!actor.isManager || actor.organizationId === null) return { requesterId: actor.userId };
  return { OR: [{ requesterId: actor.userId }, { organizationId: actor.organizationId }] };
}

/** The same rule for hand-written SQL; `ticket` is aliased as t. */
export function visibleTicketsSql(actor: Actor): Prisma.Sql {
  if (actor.kind !== "customer") return Prisma.sql`TRUE`;
  if (!actor.isManager || actor.organizationId === null) return Prisma.sql`t.requester_id = ${actor.userId}::uuid`;
  return Prisma.sql`(t.requester_id = ${actor.userId}::uuid OR t.organization_id = ${actor.organizationId}::uuid)`;
}

/** The same rule for many people at once, as they are now: `ticket` is aliased as t, `app_user` as u. */
export const visibleToPeopleSql = Prisma.sql`(u.role <> 'customer' OR t.requester_id = u.id OR (u.organization_role = 'manager' AND t.organization_id = u.organization_id))`;

/** The same rule as the finders take it. */
export function searchScope(actor: Actor): TicketScope {
  if (actor.kind !== "customer") return { kind: "all" };
  if (!actor.isManager || actor.organizationId === null) return { kind: "requester", userId: actor.userId };
  return { kind: "organization", organizationId: actor.organizationId, userId: actor.userId };
}
