import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canEditPolicies } from "@/lib/policies/policy";
import { findDraft, lockPolicy, recordPolicyEvent } from "@/lib/policies/record";
import type { DiscardPolicyDraftInput } from "@/lib/policies/schema";
import { ok, refuse, type Result } from "@/lib/result";

type Answer = Result<{ policyId: string }, "FORBIDDEN" | "POLICY_NOT_FOUND" | "POLICY_DRAFT_CHANGED">;

/** Throws away the draft that was read; its words stay in the event. What is gone already is as it was wanted. */
export async function discardPolicyDraft({ db, actor, now }: Context<StaffActor>, { policyId, revision }: DiscardPolicyDraftInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!(await lockPolicy(tx, policyId))) return refuse("POLICY_NOT_FOUND");
    const draft = await findDraft(tx, policyId);
    if (!draft) return ok({ policyId });
    if (draft.revision !== revision) return refuse("POLICY_DRAFT_CHANGED", { revision: String(draft.revision) });
    await tx.policyVersion.delete({ where: { id: draft.id } });
    const { number, title, summary, body } = draft;
    await recordPolicyEvent(tx, { policyId, type: "policy.draft-discarded", data: { number, title, summary, body }, actor, at: now });
    return ok({ policyId });
  });
}
