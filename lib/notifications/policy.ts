import type { Actor } from "@/lib/auth/actor";

/** The words of the desk's mail are the administrators'. */
export function canEditTemplates(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
