import "server-only";
import type { Membership } from "@/lib/auth/memberships";
import type { Tx } from "@/lib/db/client";
import { tell } from "@/lib/realtime/tell";

/** Who a person is: written here alone, inside the transaction of whatever decided it. */

/** A new customer. @throws a unique error when somebody has the address already */
export async function createCustomer(tx: Tx, { email, name, passwordHash, membership }: { email: string; name: string; passwordHash: string; membership: Membership }): Promise<string> {
  const placed = membership ? { organizationId: membership.organizationId, organizationRole: membership.role } : {};
  const { id } = await tx.user.create({ data: { email, name, role: "customer", passwordHash, ...placed }, select: { id: true } });
  return id;
}

/** Ends every session of the person; what is open elsewhere notices at once. */
export async function writePassword(tx: Tx, { userId, passwordHash }: { userId: string; passwordHash: string }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash, sessionVersion: { increment: 1 } } });
  await tell(tx, { topic: "person", kind: "password.changed", subjectId: userId });
}
