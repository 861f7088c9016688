"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { addPolicy } from "@/lib/policies/commands/add-policy";
import { discardPolicyDraft } from "@/lib/policies/commands/discard-policy-draft";
import { editPolicySettings, movePolicy } from "@/lib/policies/commands/edit-policy-settings";
import { publishPolicy } from "@/lib/policies/commands/publish-policy";
import { savePolicyDraft } from "@/lib/policies/commands/save-policy-draft";
import { addPolicySchema, discardPolicyDraftSchema, editPolicySettingsSchema, movePolicySchema, publishPolicySchema, savePolicyDraftSchema } from "@/lib/policies/schema";
import { hrefOfPolicy, POLICIES, type Done } from "./_data/addresses";

export const addAction = defineAction({ name: "policies.add", actor: "staff", input: addPolicySchema, run: addPolicy, onDone: ({ policyId }) => show(policyId, "added") });

export const saveAction = defineAction({ name: "policies.save-draft", actor: "staff", input: savePolicyDraftSchema, run: savePolicyDraft, onDone: ({ policyId }) => show(policyId, "saved") });

export const publishAction = defineAction({ name: "policies.publish", actor: "staff", input: publishPolicySchema, run: publishPolicy, onDone: ({ policyId }) => showEverywhere(policyId, "published") });

export const discardAction = defineAction({ name: "policies.discard-draft", actor: "staff", input: discardPolicyDraftSchema, run: discardPolicyDraft, onDone: ({ policyId }) => show(policyId, "discarded") });

export const settingsAction = defineAction({ name: "policies.edit-settings", actor: "staff", input: editPolicySettingsSchema, run: editPolicySettings, onDone: ({ policyId }) => showEverywhere(policyId, "saved") });

export const moveAction = defineAction({ name: "policies.move", actor: "staff", input: movePolicySchema, run: movePolicy, onDone: revalidatePublic });

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
