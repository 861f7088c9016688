import type { Actor } from "@/lib/auth/actor";

/** Organizations, their people, domains and products are the administrators' to change; agents read them. */
export function canEditCustomers(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** Whose fiscal data: an organization's, or those of a person without one. */
export type FiscalOwner = { organizationId: string } | { userId: string };

/** A manager those of the organization, a person without one their own, an administrator anybody's. */
export function canEditFiscal(actor: Actor, owner: FiscalOwner): boolean {
  if (actor.kind !== "customer") return canEditCustomers(actor);
  if ("organizationId" in owner) return actor.isManager && actor.organizationId === owner.organizationId;
  return actor.organizationId === null && actor.userId === owner.userId;
}
