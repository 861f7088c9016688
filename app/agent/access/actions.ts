"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { resetFactor } from "@/lib/security/commands/reset-factor";
import { resetFactorSchema } from "@/lib/security/schema";

export const resetCustomerFactorAction = defineAction({ name: "security.reset-customer-factor", actor: "staff", input: resetFactorSchema, run: resetFactor, onDone: () => revalidatePath("/agent/access", "layout") });
