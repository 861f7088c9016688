"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import type { ActionResult } from "@/lib/actions/result";
import { editAttachmentSettings } from "@/lib/attachments/commands/edit-settings";
import { editSettingsSchema } from "@/lib/attachments/schema";

const edit = defineAction({
  name: "attachments.edit-settings",
  actor: "staff",
  input: editSettingsSchema,
  run: editAttachmentSettings,
  onDone: () => revalidatePath("/agent/settings/files"),
});

/** The boxes that were ticked go back as one value: a page without JavaScript shows them so again. */
export async function editAction(previous: ActionResult, form: FormData): Promise<ActionResult<{ version: number }>> {
  const answer = await edit(previous, form);
  return answer.status === "refused" ? { ...answer, values: { ...answer.values, types: form.getAll("types").join(" ") } } : answer;
}
