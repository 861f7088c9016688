import type { Actor } from "@/lib/auth/actor";

/** Working, closing and charging are the desk's. */
export function canWork(actor: Actor): boolean {
  return actor.kind === "staff";
}

/** A mistake is taken back by whoever made it, or by an administrator. */
export function canReverseTime(actor: Actor, entry: { agentId: string }): boolean {
  return actor.kind === "staff" && (actor.role === "admin" || actor.userId === entry.agentId);
}

/** To give up what is owed, and what is written on every invoice, is the administrators' to decide. */
export function canCancelCharges(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}

export function canEditCompany(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
