"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { discardNoted } from "@/lib/off-channel/commands/discard-noted";
import { noteOffChannel } from "@/lib/off-channel/commands/note-off-channel";
import { notedIdSchema, noteOffChannelSchema } from "@/lib/off-channel/schema";
import { NOTED } from "./_data/addresses";

export const noteAction = defineAction({
  name: "off-channel.note",
  actor: "staff",
  input: noteOffChannelSchema,
  run: noteOffChannel,
  onDone() {
    revalidatePath(NOTED);
    redirect(`${NOTED}?done=1`);
  },
});

export const withdrawAction = defineAction({ name: "off-channel.withdraw", actor: "staff", input: notedIdSchema, run: discardNoted, onDone: () => revalidatePath(NOTED) });
