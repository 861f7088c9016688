"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { accountSettingsSchema } from "@/lib/accounts/schema";
import { saveAccountSettings } from "@/lib/accounts/settings";

export const saveAccountSettingsAction = defineAction({ name: "accounts.save-settings", actor: "staff", input: accountSettingsSchema, run: saveAccountSettings, onDone: () => revalidatePath("/agent/settings/accounts") });
