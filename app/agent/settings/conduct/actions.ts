"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editConductSettings } from "@/lib/conduct/commands/edit-settings";
import { conductSettingsSchema } from "@/lib/conduct/schema";

export const editConductAction = defineAction({ name: "conduct.edit-settings", actor: "staff", input: conductSettingsSchema, run: editConductSettings, onDone: () => revalidatePath("/agent/settings/conduct") });
