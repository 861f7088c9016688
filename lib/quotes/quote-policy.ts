import type { Actor } from "@/lib/auth/actor";
import { mayAuthorise as mayAuthoriseContract } from "@/lib/billing/policy";
import type { AuthoriserRule } from "@/lib/db/generated/enums";

/** Whose quote it is: of the ticket, and of the contract whose hours it takes. */
export type QuoteParties = {
  requesterId: string;
  organization: { id: string; eventAuthorisers: AuthoriserRule } | null;
  contract: { organizationId: string; authorisers: AuthoriserRule; authoriserIds: readonly string[] } | null;
};

/**
 * Who may answer a quote for the customer. The hours of a póliza: as it says itself. Paid per event: as the organization says; without an
 * organization, who asked.
 */
export function mayDecide(actor: Actor, { requesterId, organization, contract }: QuoteParties): boolean {
  if (actor.kind !== "customer") return false;
  if (contract) return mayAuthoriseContract(actor, contract);
  if (organization === null) return actor.userId === requesterId;
  if (actor.organizationId !== organization.id) return false;
  return organization.eventAuthorisers === "anyone" || actor.isManager;
}
