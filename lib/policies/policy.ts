import type { Actor } from "@/lib/auth/actor";

/** The whole desk reads drafts and who accepted what. */
export function canReadPolicyDesk(actor: Actor): boolean {
  return actor.kind === "staff";
}

/** What the company promises and asks is the administrators' to write. */
export function canEditPolicies(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
