import type { Actor } from "@/lib/auth/actor";

/** What everybody may send is the administrators' to decide. */
export function canEditAttachmentSettings(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
