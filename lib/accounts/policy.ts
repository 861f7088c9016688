import type { Actor } from "@/lib/auth/actor";
import { canEditCustomers } from "@/lib/customers/policy";

/** Whoever attends the customers decides who becomes one. */
export function canDecideSignUps(actor: Actor): boolean {
  return actor.kind === "staff";
}

/** The desk into any organization, a manager into the own one. */
export function canInvite(actor: Actor, { organizationId }: { organizationId: string }): boolean {
  if (actor.kind !== "customer") return actor.kind === "staff";
  return actor.isManager && actor.organizationId === organizationId;
}

/** Whoever is invited becomes a member, unless one who may change what people are in an organization says otherwise. */
export function canChooseRole(actor: Actor): boolean {
  return canEditCustomers(actor);
}

export function canEditAccountSettings(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
