import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { isUniqueError } from "@/lib/db/errors";
import { freeSlug } from "@/lib/kb/slug";
import { unknownBlock } from "@/lib/policies/policy-body";
import { canEditPolicies } from "@/lib/policies/policy";
import { recordPolicyEvent } from "@/lib/policies/record";
import type { AddPolicyInput } from "@/lib/policies/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

const POLICIES_MAX = 200;

type Answer = Result<{ policyId: string }, "FORBIDDEN" | "POLICY_BLOCK_UNKNOWN" | "TOO_MANY_POLICIES" | "POLICY_BUSY">;

/** A new document with its first draft, at the end. Its address comes from the title and stays. */
export async function addPolicy({ db, actor, now }: Context<StaffActor>, text: AddPolicyInput): Promise<Answer> {
  if (!canEditPolicies(actor)) return refuse("FORBIDDEN");
  const block = unknownBlock(text.body);
  if (block !== null) return refuse("POLICY_BLOCK_UNKNOWN", { block });
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const pages = await tx.policyPage.findMany({ select: { slug: true, position: true } });
      if (pages.length >= POLICIES_MAX) return refuse("TOO_MANY_POLICIES", { max: POLICIES_MAX });
      const slug = freeSlug(text.title, new Set(pages.map((page) => page.slug)));
      const position = Math.max(0, ...pages.map((page) => page.position)) + 1;
      const { id: policyId } = await tx.policyPage.create({ data: { slug, position }, select: { id: true } });
      await tx.policyVersion.create({ data: { ...text, policyId, number: 1, createdAt: toDate(now), createdBy: actor.userId } });
      await recordPolicyEvent(tx, { policyId, type: "policy.added", data: { slug }, actor, at: now });
      return ok({ policyId });
    });
  } catch (error) {
    // Somebody added one of the same name at the same instant.
    if (isUniqueError(error)) return refuse("POLICY_BUSY");
    throw error;
  }
}
