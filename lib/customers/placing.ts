import "server-only";
import type { Membership } from "@/lib/auth/memberships";
import { organizationForAddress } from "@/lib/customers/mail-domains";
import type { Db, Tx } from "@/lib/db/client";

/** Where a new person with this address belongs: as a member of the organization that has its domain, or nowhere. For whatever creates a person. */
export async function membershipForAddress(db: Db | Tx, address: string): Promise<Membership> {
  const domain = address.slice(address.lastIndexOf("@") + 1).trim().toLowerCase();
  const domains = await db.organizationDomain.findMany({ where: { domain }, select: { domain: true, organizationId: true } });
  const organizationId = organizationForAddress(address, domains);
  return organizationId === null ? null : { organizationId, role: "member" };
}

/** The organization that somebody of the desk typed: by its slug, as it stands in addresses, or by its name. */
export function findOrganizationTyped(tx: Tx, text: string): Promise<{ id: string; slug: string; name: string } | null> {
  return tx.organization.findFirst({ where: { OR: [{ slug: text }, { name: { equals: text, mode: "insensitive" } }] }, orderBy: { id: "asc" }, select: { id: true, slug: true, name: true } });
}
