"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editCompany } from "@/lib/quotes/commands/edit-company";
import { companySchema } from "@/lib/quotes/company-schema";

export const editCompanyAction = defineAction({ name: "quotes.edit-company", actor: "staff", input: companySchema, run: editCompany, onDone: () => revalidatePath("/agent/settings/company") });
