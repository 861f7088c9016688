import type { Actor } from "@/lib/auth/actor";

/** The whole desk writes knowledge: categories, articles and questions, and says whom they are for. */
export function canWriteKnowledge(actor: Actor): boolean {
  return actor.kind === "staff";
}

/** What is the same for everybody who reads is the administrators' to set. */
export function canEditKnowledgeSettings(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
