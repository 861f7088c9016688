"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { PolicyText } from "@/app/(public)/_components/policy-text";
import { defineAction } from "@/lib/actions/define-action";
import { mayPreview } from "@/lib/http/public-limit";
import { addPolicy } from "@/lib/policies/commands/add-policy";
import { discardPolicyDraft } from "@/lib/policies/commands/discard-policy-draft";
import { editPolicySettings, movePolicy } from "@/lib/policies/commands/edit-policy-settings";
import { publishPolicy } from "@/lib/policies/commands/publish-policy";
import { savePolicyDraft } from "@/lib/policies/commands/save-policy-draft";
import { canEditPolicies } from "@/lib/policies/policy";
import { addPolicySchema, discardPolicyDraftSchema, editPolicySettingsSchema, movePolicySchema, POLICY_BODY_MAX, publishPolicySchema, savePolicyDraftSchema } from "@/lib/policies/schema";
import { ok, refuse } from "@/lib/result";
import { getSlaInForce } from "@/lib/sla/queries";
import { hrefOfPolicy, POLICIES, type Done } from "./_data/addresses";

export const addAction = defineAction({ name: "policies.add", actor: "staff", input: addPolicySchema, run: addPolicy, onDone: ({ policyId }) => show(policyId, "added") });

export const saveAction = defineAction({ name: "policies.save-draft", actor: "staff", input: savePolicyDraftSchema, run: savePolicyDraft, onDone: ({ policyId }) => show(policyId, "saved") });

export const publishAction = defineAction({ name: "policies.publish", actor: "staff", input: publishPolicySchema, run: publishPolicy, onDone: ({ policyId }) => showEverywhere(policyId, "published") });

export const discardAction = defineAction({ name: "policies.discard-draft", actor: "staff", input: discardPolicyDraftSchema, run: discardPolicyDraft, onDone: ({ policyId }) => show(policyId, "discarded") });

export const settingsAction = defineAction({ name: "policies.edit-settings", actor: "staff", input: editPolicySettingsSchema, run: editPolicySettings, onDone: ({ policyId }) => showEverywhere(policyId, "saved") });

export const moveAction = defineAction({ name: "policies.move", actor: "staff", input: movePolicySchema, run: movePolicy, onDone: revalidatePublic });

/** With the hours and times of now in it, as the public page has them. Nothing is kept. */
export const previewAction = defineAction({
  name: "policies.preview",
  actor: "staff",
  input: z.strictObject({ body: z.string().max(POLICY_BODY_MAX, `field.tooLong:${POLICY_BODY_MAX}`) }),
  run: async (ctx, { body }) => {
    if (!canEditPolicies(ctx.actor)) return refuse("FORBIDDEN");
    if (!(await mayPreview(ctx.actor.userId))) return refuse("PREVIEW_TOO_OFTEN");
    return ok({ view: body.trim() === "" ? null : <PolicyText body={body.toWellFormed()} sla={await getSlaInForce(ctx)} now={ctx.now} /> });
  },
});

function show(policyId: string, done: Done): never {
  revalidatePath(POLICIES, "layout");
  redirect(hrefOfPolicy(policyId, done));
}

function showEverywhere(policyId: string, done: Done): never {
  revalidatePublic();
  show(policyId, done);
}

/** Titles stand on every policy's page, and what must be accepted in the portal. */
function revalidatePublic(): void {
  revalidatePath("/(public)/policies", "layout");
  revalidatePath("/sitemap.xml");
  revalidatePath("/portal", "layout");
  revalidatePath(POLICIES);
}
