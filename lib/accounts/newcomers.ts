import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Membership } from "@/lib/auth/memberships";
import { createCustomer } from "@/lib/auth/people";
import { findReader } from "@/lib/auth/person-of-session";
import { recordCustomerEvent } from "@/lib/customers/record";
import type { Tx } from "@/lib/db/client";

/**
 * A new customer, placed, with what the organization's history says of it.
 * @param actor who let them in; themselves unless told
 * @throws a unique error when somebody has the address already
 * @returns the person's id
 */
export async function becomeCustomer(tx: Tx, { actor, now, ...person }: { email: string; name: string; passwordHash: string; membership: Membership; actor?: Actor; now: Temporal.Instant }): Promise<string> {
  const userId = await createCustomer(tx, person);
  const by = actor ?? (await findReader({ db: tx }, userId));
  if (person.membership && by) await recordCustomerEvent(tx, { organizationId: person.membership.organizationId, userId, type: "person.joined", data: { from: null }, actor: by, at: now });
  return userId;
}
