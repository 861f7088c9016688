import "server-only";
import type { Membership } from "@/lib/auth/memberships";
import type { Tx } from "@/lib/db/client";
import { tell } from "@/lib/realtime/tell";

/** Who a person is: written here alone, inside the transaction of whatever decided it. */

/** A new customer; without a password where an identity provider lets them in. @throws a unique error when somebody has the address already */
export async function createCustomer(tx: Tx, { email, name, passwordHash, membership }: { email: string; name: string; passwordHash: string | null; membership: Membership }): Promise<string> {
  const placed = membership ? { organizationId: membership.organizationId, organizationRole: membership.role } : {};
  const { id } = await tx.user.create({ data: { email, name, role: "customer", passwordHash, ...placed }, select: { id: true } });
  return id;
}

/** What somebody is called from now on. */
export async function writeName(tx: Tx, { userId, name }: { userId: string; name: string }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { name } });
  await tell(tx, { topic: "person", kind: "name.changed", subjectId: userId });
}

/**
 * The address that somebody signs in with from now on.
 * @throws a unique error when somebody has it already
 * @returns false when the one of before is theirs no longer, or they may not sign in
 */
export async function writeAddress(tx: Tx, { userId, from, to }: { userId: string; from: string; to: string }): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id: userId, email: from, suspendedAt: null }, data: { email: to } });
  if (count > 0) await tell(tx, { topic: "person", kind: "address.changed", subjectId: userId });
  return count > 0;
}

/** Another password in the place of the one that was given, whose sessions are the caller's to end. @returns false when another one came before */
export async function replacePassword(tx: Tx, { userId, from, to }: { userId: string; from: string; to: string }): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id: userId, passwordHash: from, suspendedAt: null }, data: { passwordHash: to } });
  return count > 0;
}

/** Ends every session of the person; what is open elsewhere notices at once. */
export async function writePassword(tx: Tx, { userId, passwordHash }: { userId: string; passwordHash: string }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash, sessionVersion: { increment: 1 } } });
  await tell(tx, { topic: "person", kind: "password.changed", subjectId: userId });
}
