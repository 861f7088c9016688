import type { Actor } from "@/lib/auth/actor";
import type { AuthoriserRule } from "@/lib/db/generated/enums";

type Contract = { organizationId: string; authorisers: AuthoriserRule; authoriserIds: readonly string[] };

/** Whether this person may promise a contract's hours: its own customers alone, and of them those whom it lets. */
export function mayAuthorise(actor: Actor, { organizationId, authorisers, authoriserIds }: Contract): boolean {
  if (actor.kind !== "customer" || actor.organizationId !== organizationId) return false;
  switch (authorisers) {
    case "anyone":
      return true;
    case "managers":
      return actor.isManager;
    case "named":
      return authoriserIds.includes(actor.userId);
    default:
      return authorisers satisfies never;
  }
}

/** Contracts, their ledgers and the rate card are the administrators' to change; the desk reads them. */
export function canEditBilling(actor: Actor): boolean {
  return actor.kind === "staff" && actor.role === "admin";
}
