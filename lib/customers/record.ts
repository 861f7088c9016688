import "server-only";
import { actorUserId, type Actor } from "@/lib/auth/actor";
import type { CustomerEventData, CustomerEventType } from "@/lib/customers/events";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { toDate } from "@/lib/time/instants";

/** Writes what happened, in the transaction in which it happened. */
export async function recordCustomerEvent<T extends CustomerEventType>(tx: Tx, event: {
  organizationId?: string | null;
  userId?: string;
  productId?: string;
  type: T;
  data: CustomerEventData<T>;
  actor: Actor;
  at: Temporal.Instant;
}): Promise<void> {
  const { organizationId = null, userId = null, productId = null, type, data, actor, at } = event;
  await tx.customerEvent.create({ data: { organizationId, userId, productId, type, data: data as Prisma.InputJsonObject, actorId: actorUserId(actor), at: toDate(at) } });
}

/** Locks the organization for this transaction: its people, domains, products and fiscal data change one after the other. */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<{ id: string; slug: string; name: string } | null> {
  await tx.$queryRaw`SELECT id FROM organization WHERE id = ${organizationId}::uuid FOR UPDATE`;
  return tx.organization.findUnique({ where: { id: organizationId }, select: { id: true, slug: true, name: true } });
}
