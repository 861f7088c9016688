import "server-only";
import { invitedRole, settleInvitations } from "@/lib/accounts/invitations";
import type { Actor } from "@/lib/auth/actor";
import type { Membership } from "@/lib/auth/memberships";
import { createCustomer } from "@/lib/auth/people";
import { findReader } from "@/lib/auth/person-of-session";
import { recordCustomerEvent } from "@/lib/customers/record";
import type { Tx } from "@/lib/db/client";

/**
 * A new customer, placed, with what the organization's history says of it. An open invitation into that organization is answered by it,
 * whichever way they came.
 * @param actor who let them in; themselves unless told
 * @throws a unique error when somebody has the address already
 * @returns the person's id
 */
export async function becomeCustomer(tx: Tx, { actor, now, ...person }: { email: string; name: string; passwordHash: string | null; membership: Membership; actor?: Actor; now: Temporal.Instant }): Promise<string> {
  const { email, membership } = person;
  const role = membership && (await invitedRole(tx, { email, organizationId: membership.organizationId, now }));
  const userId = await createCustomer(tx, { ...person, membership: membership && { ...membership, role: role ?? membership.role } });
  if (membership) await settleInvitations(tx, { email, organizationId: membership.organizationId, userId, now });
  const by = actor ?? (await findReader({ db: tx }, userId));
  if (membership && by) await recordCustomerEvent(tx, { organizationId: membership.organizationId, userId, type: "person.joined", data: { from: null }, actor: by, at: now });
  return userId;
}
