import type { Actor } from "@/lib/auth/actor";

/** What everybody reads above every page is the administrators' to say. */
export function canEditNotices(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
