import type { Actor } from "@/lib/auth/actor";

/** What everybody's searches are widened by is the administrators' to decide. */
export function canEditSynonyms(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
