"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { approveSignUpSchema, refuseSignUpSchema } from "@/lib/accounts/schema";
import { CUSTOMERS, REQUESTS } from "../_data/addresses";

export const approveSignUpAction = defineAction({ name: "accounts.approve-sign-up", actor: "staff", input: approveSignUpSchema, run: approveSignUp, onDone: showDecided });
export const refuseSignUpAction = defineAction({ name: "accounts.refuse-sign-up", actor: "staff", input: refuseSignUpSchema, run: refuseSignUp, onDone: showDecided });

function showDecided(): never {
  revalidatePath(CUSTOMERS, "layout");
  redirect(`${REQUESTS}?done`);
}
