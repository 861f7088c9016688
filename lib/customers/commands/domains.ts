import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { readMailDomain } from "@/lib/customers/mail-domains";
import { canEditCustomers } from "@/lib/customers/policy";
import { lockOrganization, recordCustomerEvent } from "@/lib/customers/record";
import type { AddDomainInput, RemoveDomainInput } from "@/lib/customers/schema";
import { isUniqueError } from "@/lib/db/errors";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "ORGANIZATION_NOT_FOUND" | "DOMAIN_UNREADABLE" | "DOMAIN_IS_PUBLIC" | "DOMAIN_TAKEN";

/** Places new people from now on; who is there already stays where they are. */
export async function addDomain(ctx: Context<StaffActor>, { organizationId, domain: typed }: AddDomainInput): Promise<Result<{ slug: string }, Refusals>> {
  const { db, actor, now } = ctx;
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  const read = readMailDomain(typed);
  if (!read.ok) return refuse(read.code);
  const { domain } = read;
  try {
    return await db.$transaction(async (tx): Promise<Result<{ slug: string }, Refusals>> => {
      const organization = await lockOrganization(tx, organizationId);
      if (!organization) return refuse("ORGANIZATION_NOT_FOUND");
      const owner = await tx.organizationDomain.findUnique({ where: { domain }, select: { organizationId: true, organization: { select: { name: true } } } });
      if (owner?.organizationId === organizationId) return ok({ slug: organization.slug });
      if (owner) return refuse("DOMAIN_TAKEN", { domain, organization: owner.organization.name });
      await tx.organizationDomain.create({ data: { domain, organizationId, createdAt: toDate(now) } });
      await recordCustomerEvent(tx, { organizationId, type: "domain.added", data: { domain }, actor, at: now });
      return ok({ slug: organization.slug });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    const owner = await db.organizationDomain.findUniqueOrThrow({ where: { domain }, select: { organization: { select: { name: true } } } });
    return refuse("DOMAIN_TAKEN", { domain, organization: owner.organization.name });
  }
}

/** What is gone already is as it was wanted. */
export async function removeDomain({ db, actor, now }: Context<StaffActor>, { organizationId, domain }: RemoveDomainInput): Promise<Result<{ slug: string }, "FORBIDDEN" | "ORGANIZATION_NOT_FOUND">> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (!organization) return refuse("ORGANIZATION_NOT_FOUND");
    const { count } = await tx.organizationDomain.deleteMany({ where: { domain, organizationId } });
    if (count > 0) await recordCustomerEvent(tx, { organizationId, type: "domain.removed", data: { domain }, actor, at: now });
    return ok({ slug: organization.slug });
  });
}
