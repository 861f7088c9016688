import type { Actor, PersonActor } from "@/lib/auth/actor";

/** Who sees to everybody's ways in: administrators. */
export function canGovernSecurity(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** Who sees how customers get in, and helps those who lost their second factor: administrators, and agents where the settings let them. */
export function canHelpCustomers(actor: Actor, { canAgentsResetFactors }: { canAgentsResetFactors: boolean }): boolean {
  return canGovernSecurity(actor) || (actor.kind === "staff" && canAgentsResetFactors);
}

/** One's own is changed on one's own page, with a code. Others of the desk who lost theirs are helped by administrators alone. */
export function canResetFactor(actor: Actor, { userId, isCustomer }: { userId: string; isCustomer: boolean }, settings: { canAgentsResetFactors: boolean }): boolean {
  if (actor.kind !== "staff" || actor.userId === userId) return false;
  return isCustomer ? canHelpCustomers(actor, settings) : canGovernSecurity(actor);
}

/** Whoever must have a second factor may not take it away. */
export function canRemoveFactor(actor: PersonActor, { isRequired }: { isRequired: boolean }): boolean {
  return actor.kind === "customer" || !isRequired;
}
