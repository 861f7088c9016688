import type { Actor, PersonActor } from "@/lib/auth/actor";

/** Who sees to everybody's ways in: administrators. */
export function canGovernSecurity(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

/** One's own is changed on one's own page, with a code; an administrator helps others who lost theirs. */
export function canResetFactor(actor: Actor, { userId }: { userId: string }): boolean {
  return canGovernSecurity(actor) && actor.kind === "staff" && actor.userId !== userId;
}

/** Whoever must have a second factor may not take it away. */
export function canRemoveFactor(actor: PersonActor, { isRequired }: { isRequired: boolean }): boolean {
  return actor.kind === "customer" || !isRequired;
}
