import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { writeMembership } from "@/lib/auth/memberships";
import { findOrganizationTyped } from "@/lib/customers/placing";
import { canEditCustomers } from "@/lib/customers/policy";
import { recordCustomerEvent } from "@/lib/customers/record";
import type { ChangeMembershipInput } from "@/lib/customers/schema";
import { ok, refuse, type Result } from "@/lib/result";

type Refusals = "FORBIDDEN" | "PERSON_NOT_FOUND" | "ORGANIZATION_UNKNOWN";

/**
 * Another role in the organization, another organization, or none. What a person sees follows at once; their tickets stay with the
 * organization that they were raised for. @returns the slug of the organization whose page one came from, as it was before
 */
export async function changeMembership({ db, actor, now }: Context<StaffActor>, { userId, organization: typed, role }: ChangeMembershipInput): Promise<Result<{ slug: string | null }, Refusals>> {
  if (!canEditCustomers(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Result<{ slug: string | null }, Refusals>> => {
    await tx.$queryRaw`SELECT id FROM app_user WHERE id = ${userId}::uuid FOR UPDATE`;
    const person = await tx.user.findFirst({ where: { id: userId, role: "customer" }, select: { organizationId: true, organizationRole: true, organization: { select: { slug: true, name: true } } } });
    if (!person) return refuse("PERSON_NOT_FOUND");
    const next = typed === "" ? null : await findOrganizationTyped(tx, typed);
    if (typed !== "" && !next) return refuse("ORGANIZATION_UNKNOWN");
    const came = { slug: person.organization?.slug ?? null };
    const event = { userId, actor, at: now };
    if (person.organizationId === (next?.id ?? null)) {
      if (!next || person.organizationRole === role) return ok(came);
      await writeMembership(tx, userId, { organizationId: next.id, role });
      await recordCustomerEvent(tx, { ...event, organizationId: next.id, type: "person.role-changed", data: { from: person.organizationRole ?? "", to: role } });
      return ok(came);
    }
    await writeMembership(tx, userId, next && { organizationId: next.id, role });
    if (person.organizationId) await recordCustomerEvent(tx, { ...event, organizationId: person.organizationId, type: "person.left", data: { to: next?.name ?? null } });
    if (next) await recordCustomerEvent(tx, { ...event, organizationId: next.id, type: "person.joined", data: { from: person.organization?.name ?? null } });
    return ok(came);
  });
}
