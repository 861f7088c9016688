"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { markSchema } from "@/lib/conduct/schema";
import { reportMessage } from "@/lib/tickets/commands/mark-message";

export const reportAction = defineAction({
  name: "conduct.report",
  actor: "customer",
  input: markSchema,
  run: reportMessage,
  onDone({ reference }, { messageId }) {
    revalidatePath(`/portal/tickets/${reference}`);
    redirect(`/portal/tickets/${reference}#m-${messageId ?? ""}`);
  },
});
