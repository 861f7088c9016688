"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { browserName } from "@/lib/actions/browser-name";
import { acceptPolicies } from "@/lib/policies/commands/accept-policies";
import { acceptPoliciesSchema } from "@/lib/policies/schema";

export const acceptAction = defineAction({
  name: "policies.accept",
  actor: "customer",
  input: acceptPoliciesSchema,
  run: async (ctx, input) => acceptPolicies({ ...ctx, browser: await browserName() }, input),
  onDone() {
    revalidatePath("/portal", "layout");
    redirect("/portal/policies?done=accepted");
  },
});
