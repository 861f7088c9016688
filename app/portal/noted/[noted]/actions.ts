"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { discardNoted } from "@/lib/off-channel/commands/discard-noted";
import { notedIdSchema } from "@/lib/off-channel/schema";

export const discardNotedAction = defineAction({
  name: "off-channel.discard",
  actor: "customer",
  input: notedIdSchema,
  run: discardNoted,
  onDone() {
    revalidatePath("/portal", "layout");
    redirect("/portal/tickets?noted=discarded");
  },
});
