import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";

const NONE = { id: { in: [] as string[] } };

/** The desk all, a customer the own one. */
export function visibleOrganizations(actor: Actor): Prisma.OrganizationWhereInput {
  if (actor.kind !== "customer") return {};
  return actor.organizationId === null ? NONE : { id: actor.organizationId };
}

/** The desk all, a customer those of the own organization. */
export function visibleProducts(actor: Actor): Prisma.ProductWhereInput {
  if (actor.kind !== "customer") return {};
  return actor.organizationId === null ? NONE : { organizationId: actor.organizationId };
}

/** The desk all, a manager those of the organization, a member the own one. */
export function visiblePeople(actor: Actor): Prisma.UserWhereInput {
  if (actor.kind !== "customer") return { role: "customer" };
  if (!actor.isManager || actor.organizationId === null) return { id: actor.userId };
  return { organizationId: actor.organizationId };
}

/** The desk all, a manager that of the organization, a person without one the own one. */
export function visibleFiscalProfiles(actor: Actor): Prisma.FiscalProfileWhereInput {
  if (actor.kind !== "customer") return {};
  if (actor.organizationId === null) return { userId: actor.userId };
  return actor.isManager ? { organizationId: actor.organizationId } : NONE;
}
