import type { Actor } from "@/lib/auth/actor";

/** Whoever attends the customers decides who becomes one. */
export function canDecideSignUps(actor: Actor): boolean {
  return actor.kind === "staff";
}

export function canEditAccountSettings(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
