import type { Actor } from "@/lib/auth/actor";

/** Strangers' letters stand there: the administrators' alone, like the outbox. */
export function canSeeInbound(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
