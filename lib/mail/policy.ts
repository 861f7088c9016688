import type { Actor } from "@/lib/auth/actor";

/** Everybody's mail stands there: the administrators' alone. */
export function canSeeOutbox(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
