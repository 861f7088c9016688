"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { editChatSettings, removeCanned, saveCanned } from "@/lib/chat/commands/edit-chat";
import { cannedSchema, chatSettingsSchema, removeCannedSchema } from "@/lib/chat/schema";

const onDone = () => revalidatePath("/agent/settings/chat");

export const editChatAction = defineAction({ name: "chat.settings", actor: "staff", input: chatSettingsSchema, run: editChatSettings, onDone });
export const saveCannedAction = defineAction({ name: "chat.save-canned", actor: "staff", input: cannedSchema, run: saveCanned, onDone });
export const removeCannedAction = defineAction({ name: "chat.remove-canned", actor: "staff", input: removeCannedSchema, run: removeCanned, onDone });
