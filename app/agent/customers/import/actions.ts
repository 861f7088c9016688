"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { applyProductImport } from "@/lib/customers/imports/apply";
import { applyImportSchema } from "@/lib/customers/schema";
import { CUSTOMERS, hrefOfImport } from "../_data/addresses";

export const applyAction = defineAction({
  name: "customers.apply-import",
  actor: "staff",
  input: applyImportSchema,
  // What was looked at again is shown beside the refusal.
  run: async (ctx, input) => {
    const answer = await applyProductImport(ctx, input);
    if (!answer.ok) revalidatePath(CUSTOMERS, "layout");
    return answer;
  },
  onDone: ({ importId }) => {
    revalidatePath(CUSTOMERS, "layout");
    redirect(hrefOfImport({ import: importId }));
  },
});
