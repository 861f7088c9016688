import type { Actor } from "@/lib/auth/actor";
import type { ConversationState } from "@/lib/chat/types";

/** Who may do what in a conversation that they may see (visibility.ts decides that). */

export function canAttend(actor: Actor): boolean {
  return actor.kind === "staff";
}

/** Its customer and whoever has it. A colleague takes it over first. */
export function canWriteIn(actor: Actor, { state, customerId, agentId }: { state: ConversationState; customerId: string; agentId: string | null }): boolean {
  if (state === "closed" || actor.kind === "system") return false;
  return actor.kind === "customer" ? actor.userId === customerId : actor.userId === agentId;
}

/** The answers that everybody uses, and when a silence is an end. */
export function canEditChat(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
