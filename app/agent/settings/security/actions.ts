"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editSecuritySettings } from "@/lib/security/commands/edit-settings";
import { settingsSchema } from "@/lib/security/schema";

export const editSecurityAction = defineAction({ name: "security.edit-settings", actor: "staff", input: settingsSchema, run: editSecuritySettings, onDone: () => revalidatePath("/agent/settings/security") });
