import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditBilling } from "@/lib/billing/policy";

export type OrganizationChoice = { id: string; slug: string; name: string };
export type ContractOrganization = OrganizationChoice & { people: { id: string; name: string; isManager: boolean }[] };

const CHOICES = 20;

/** Organizations by their name, for whom a contract may be made; the first twenty that match. */
export async function searchOrganizations({ db, actor }: Context<StaffActor>, { text }: { text: string }): Promise<OrganizationChoice[]> {
  if (!canEditBilling(actor)) return [];
  return db.organization.findMany({ where: text ? { name: { contains: text, mode: "insensitive" } } : {}, orderBy: [{ name: "asc" }, { id: "asc" }], take: CHOICES, select: { id: true, slug: true, name: true } });
}

/** An organization with those of its people who could be named to authorise. */
export async function findContractOrganization({ db, actor }: Context<StaffActor>, where: { slug: string } | { id: string }): Promise<ContractOrganization | null> {
  if (!canEditBilling(actor)) return null;
  const organization = await db.organization.findUnique({
    where,
    select: { id: true, slug: true, name: true, users: { where: { role: "customer", suspendedAt: null }, orderBy: [{ name: "asc" }, { id: "asc" }], take: 100, select: { id: true, name: true, organizationRole: true } } },
  });
  if (!organization) return null;
  const { users, ...rest } = organization;
  return { ...rest, people: users.map(({ id, name, organizationRole }) => ({ id, name, isManager: organizationRole === "manager" })) };
}
