import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { deskDay } from "@/lib/policies/desk-day";
import { unknownBlock } from "@/lib/policies/policy-body";
import { canEditPolicies } from "@/lib/policies/policy";
import { findDraft, lockPolicy, recordPolicyEvent } from "@/lib/policies/record";
import type { PublishPolicyInput } from "@/lib/policies/schema";
import { versionHash } from "@/lib/policies/version-hash";
import { ok, refuse, type Result } from "@/lib/result";
import { fromDay } from "@/lib/time/days";
import { toDate } from "@/lib/time/instants";

type Refusals = "FORBIDDEN" | "POLICY_NOT_FOUND" | "POLICY_DRAFT_GONE" | "POLICY_DRAFT_CHANGED" | "POLICY_BLOCK_UNKNOWN" | "POLICY_DAY_PAST" | "POLICY_DAY_TAKEN" | "POLICY_NOTE_MISSING";
type Answer = Result<{ policyId: string; slug: string; effectiveOn: string }, Refusals>;

/**
 * Freezes the draft that was read, in force from a day that is not over. It cannot be taken back: a text that should not come into force is
 * followed by another for the next day (docs/decisions/0033-policies.md).
 */
export async function publishPolicy({ db, actor, now }: Context<StaffActor>, { policyId, revision, effectiveOn, changeNote, isMaterial }: PublishPolicyInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  if (effectiveOn < deskDay(now)) return refuse("POLICY_DAY_PAST");
  return db.$transaction(async (tx): Promise<Answer> => {
    if (!(await lockPolicy(tx, policyId))) return refuse("POLICY_NOT_FOUND");
    const draft = await findDraft(tx, policyId);
    if (!draft) return refuse("POLICY_DRAFT_GONE");
    if (draft.revision !== revision) return refuse("POLICY_DRAFT_CHANGED", { revision: String(draft.revision) });
    const block = unknownBlock(draft.body);
    if (block !== null) return refuse("POLICY_BLOCK_UNKNOWN", { block });
    const others = await tx.policyVersion.findMany({ where: { policyId, publishedAt: { not: null } }, select: { effectiveOn: true } });
    if (others.some((other) => other.effectiveOn?.getTime() === dayOf(effectiveOn).getTime())) return refuse("POLICY_DAY_TAKEN", { day: effectiveOn });
    if (others.length > 0 && changeNote === "") return refuse("POLICY_NOTE_MISSING");
    const sha256 = versionHash(draft);
    await tx.policyVersion.update({ where: { id: draft.id }, data: { effectiveOn: dayOf(effectiveOn), changeNote, isMaterial, sha256, publishedAt: toDate(now), publishedBy: actor.userId } });
    await recordPolicyEvent(tx, { policyId, type: "policy.published", data: { number: draft.number, effectiveOn, isMaterial, sha256 }, actor, at: now });
    const { slug } = await tx.policyPage.findUniqueOrThrow({ where: { id: policyId }, select: { slug: true } });
    return ok({ policyId, slug, effectiveOn });
  });
}

function dayOf(day: string): Date {
  return fromDay(Temporal.PlainDate.from(day));
}
