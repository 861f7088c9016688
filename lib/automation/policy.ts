import type { Actor } from "@/lib/auth/actor";

/** What the desk does by itself, it does to everybody's tickets: the administrators decide on it. */
export function canGovernAutomation(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
