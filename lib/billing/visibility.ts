import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";

/**
 * The desk sees every contract. A manager sees those of the organization; a member those whose hours they may authorise, and those that
 * their own tickets are attended by. Nobody else's.
 */
export function visibleContracts(actor: Actor): Prisma.ContractWhereInput {
  if (actor.kind !== "customer") return {};
  if (actor.organizationId === null) return { id: { in: [] } };
  const own = { organizationId: actor.organizationId };
  if (actor.isManager) return own;
  const { userId } = actor;
  return {
    ...own,
    OR: [
      { authorisers: "anyone" },
      { authorisers: "named", namedAuthorisers: { some: { userId } } },
      { tickets: { some: { requesterId: userId } } },
      { entries: { some: { ticket: { requesterId: userId } } } },
    ],
  };
}

/** Prices are shown to whoever is signed in and may be given them: every customer, the whole desk. */
export function visibleRateVersions(actor: Actor): Prisma.RateCardVersionWhereInput {
  return actor.kind === "customer" ? { id: { in: [] } } : {};
}
