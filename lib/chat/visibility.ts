import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Prisma } from "@/lib/db/generated/client";

/** A customer sees own conversations, and nobody else's of their organization: they are no tickets. The desk sees all. */
export function visibleConversations(actor: Actor): Prisma.ConversationWhereInput {
  return actor.kind === "customer" ? { customerId: actor.userId } : {};
}

/** The same rule for hand-written SQL; `conversation` is aliased as c. */
export function visibleConversationsSql(actor: Actor): Prisma.Sql {
  return actor.kind === "customer" ? Prisma.sql`c.customer_id = ${actor.userId}::uuid` : Prisma.sql`TRUE`;
}
