import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditPolicies } from "@/lib/policies/policy";
import { lockPolicy, recordPolicyEvent } from "@/lib/policies/record";
import type { EditPolicySettingsInput, MovePolicyInput } from "@/lib/policies/schema";
import { steppedBy } from "@/lib/order";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ policyId: string; slug: string }, "FORBIDDEN" | "POLICY_NOT_FOUND">;

/** Whether customers must accept the document, and whether it is put away. */
export async function editPolicySettings({ db, actor, now }: Context<StaffActor>, { policyId, requiresAcceptance, isArchived }: EditPolicySettingsInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!(await lockPolicy(tx, policyId))) return refuse("POLICY_NOT_FOUND");
    const page = await tx.policyPage.findUniqueOrThrow({ where: { id: policyId }, select: { slug: true, requiresAcceptance: true, archivedAt: true } });
    if (page.requiresAcceptance !== requiresAcceptance || (page.archivedAt !== null) !== isArchived) {
      await tx.policyPage.update({ where: { id: policyId }, data: { requiresAcceptance, archivedAt: isArchived ? (page.archivedAt ?? toDate(now)) : null } });
      await recordPolicyEvent(tx, { policyId, type: "policy.settings-changed", data: { requiresAcceptance, isArchived }, actor, at: now });
    }
    return ok({ policyId, slug: page.slug });
  });
}

/** One place up or down; at either end it stays. */
export async function movePolicy({ db, actor, now }: Context<StaffActor>, { policyId, direction }: MovePolicyInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    // All of them in one order, so that two who move at once wait for each other.
    await tx.$queryRaw`SELECT id FROM policy_page ORDER BY id FOR UPDATE`;
    const pages = await tx.policyPage.findMany({ orderBy: [{ position: "asc" }, { slug: "asc" }], select: { id: true, slug: true } });
    const moved = pages.find(({ id }) => id === policyId);
    if (!moved) return refuse("POLICY_NOT_FOUND");
    const before = pages.map(({ id }) => id);
    const after = steppedBy(before, policyId, direction);
    if (after.join() === before.join()) return ok({ policyId, slug: moved.slug });
    for (const [index, id] of after.entries()) await tx.policyPage.update({ where: { id }, data: { position: index + 1 } });
    await recordPolicyEvent(tx, { policyId, type: "policy.moved", data: { direction }, actor, at: now });
    return ok({ policyId, slug: moved.slug });
  });
}
