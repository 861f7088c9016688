import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { visibleTickets } from "@/lib/tickets/visibility";

/**
 * Which quotes an actor may see: the desk all; customers those that were sent, of tickets that they may see or of contracts that name them
 * as who may authorise: they are asked about hours of a colleague's ticket, and read the quote alone.
 */
export function visibleQuotes(actor: Actor): Prisma.QuoteWhereInput {
  if (actor.kind !== "customer") return {};
  const named: Prisma.QuoteWhereInput[] = actor.organizationId === null
    ? []
    : [{ contract: { organizationId: actor.organizationId, authorisers: "named", namedAuthorisers: { some: { userId: actor.userId } } } }];
  return { state: { not: "draft" }, OR: [{ ticket: visibleTickets(actor) }, ...named] };
}
