"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { saveKbSettings } from "@/lib/kb/settings/commands/save-settings";
import { saveKbSettingsSchema } from "@/lib/kb/settings/schema";
import { showKnowledgeEverywhere } from "../../kb/_data/show-everywhere";

export const saveAction = defineAction({
  name: "kb.save-settings",
  actor: "staff",
  input: saveKbSettingsSchema,
  run: saveKbSettings,
  onDone() {
    showKnowledgeEverywhere();
    revalidatePath("/agent/settings/knowledge");
  },
});
