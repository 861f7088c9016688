"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editDepartment } from "@/lib/tickets/commands/edit-department";
import { editDepartmentSchema } from "@/lib/tickets/schema";

export const editDepartmentAction = defineAction({ name: "tickets.edit-department", actor: "staff", input: editDepartmentSchema, run: editDepartment, onDone: () => revalidatePath("/agent/settings/departments") });
