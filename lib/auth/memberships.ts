import "server-only";
import type { Tx } from "@/lib/db/client";
import type { OrganizationRole } from "@/lib/db/generated/enums";

export type Membership = { organizationId: string; role: OrganizationRole } | null;

/** Where a customer belongs. Sessions go on: who one is, is read anew with each request. */
export async function writeMembership(tx: Tx, userId: string, membership: Membership): Promise<void> {
  await tx.user.update({ where: { id: userId, role: "customer" }, data: { organizationId: membership?.organizationId ?? null, organizationRole: membership?.role ?? null } });
}
