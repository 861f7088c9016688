import type { Actor } from "@/lib/auth/actor";

/** What every customer of a department is asked is the administrators' to decide. */
export function canEditQuestions(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
