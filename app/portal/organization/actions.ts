"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { saveFiscalProfile } from "@/lib/customers/fiscal-profiles";
import { saveFiscalSchema } from "@/lib/customers/schema";

export const saveFiscalAction = defineAction({ name: "customers.save-own-fiscal", actor: "customer", input: saveFiscalSchema, run: saveFiscalProfile, onDone: () => revalidatePath("/portal/organization") });
