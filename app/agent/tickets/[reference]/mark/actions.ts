"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { markSchema } from "@/lib/conduct/schema";
import { markMessage } from "@/lib/tickets/commands/mark-message";

export const markAction = defineAction({
  name: "conduct.mark",
  actor: "staff",
  input: markSchema,
  run: markMessage,
  onDone({ reference }, { messageId }) {
    revalidatePath("/agent/conduct", "layout");
    redirect(`/agent/tickets/${reference}${messageId ? `#m-${messageId}` : ""}`);
  },
});
