import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { unknownBlock } from "@/lib/policies/policy-body";
import { canEditPolicies } from "@/lib/policies/policy";
import { findDraft, lockPolicy, recordPolicyEvent } from "@/lib/policies/record";
import type { SavePolicyDraftInput } from "@/lib/policies/schema";
import type { PolicyText } from "@/lib/policies/types";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ policyId: string; revision: number }, "FORBIDDEN" | "POLICY_BLOCK_UNKNOWN" | "POLICY_NOT_FOUND" | "POLICY_DRAFT_CHANGED" | "POLICY_DRAFT_GONE">;

/** Writes over the draft that was read, and over no other; the first save begins one. */
export async function savePolicyDraft({ db, actor, now }: Context<StaffActor>, { policyId, revision, ...text }: SavePolicyDraftInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  const block = unknownBlock(text.body);
  if (block !== null) return refuse("POLICY_BLOCK_UNKNOWN", { block });
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!(await lockPolicy(tx, policyId))) return refuse("POLICY_NOT_FOUND");
    const draft = await findDraft(tx, policyId);
    if (draft && isSame(draft, text)) return ok({ policyId, revision: draft.revision });
    if (!draft && revision > 0) return refuse("POLICY_DRAFT_GONE", { revision: "0" });
    if (draft && draft.revision !== revision) return refuse("POLICY_DRAFT_CHANGED", { revision: String(draft.revision), theirTitle: draft.title, theirSummary: draft.summary, theirBody: draft.body });
    const saved = draft
      ? await tx.policyVersion.update({ where: { id: draft.id }, data: { ...text, revision: { increment: 1 } }, select: { number: true, revision: true } })
      : await tx.policyVersion.create({ data: { ...text, policyId, number: await nextNumber(), createdAt: toDate(now), createdBy: actor.userId }, select: { number: true, revision: true } });
    await recordPolicyEvent(tx, { policyId, type: "policy.draft-saved", data: saved, actor, at: now });
    return ok({ policyId, revision: saved.revision });

    async function nextNumber(): Promise<number> {
      const newest = await tx.policyVersion.aggregate({ where: { policyId }, _max: { number: true } });
      return (newest._max.number ?? 0) + 1;
    }
  });
}

function isSame(one: PolicyText, other: PolicyText): boolean {
  return one.title === other.title && one.summary === other.summary && one.body === other.body;
}
