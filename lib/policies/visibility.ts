import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Prisma } from "@/lib/db/generated/client";
import { canReadPolicyDesk } from "./policy";

/** Documents with their drafts: the desk's. What is published is everybody's, see queries.ts. */
export function visiblePolicyDesk(actor: Actor): Prisma.PolicyPageWhereInput {
  return canReadPolicyDesk(actor) ? {} : { id: { in: [] } };
}

/** Who accepted what: the desk sees all, a customer their own. */
export function visibleAcceptances(actor: Actor): Prisma.PolicyAcceptanceWhereInput {
  if (canReadPolicyDesk(actor)) return {};
  return actor.kind === "customer" ? { userId: actor.userId } : { userId: { in: [] } };
}
