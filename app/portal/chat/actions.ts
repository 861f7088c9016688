"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { browserName } from "@/lib/actions/browser-name";
import { defineAction } from "@/lib/actions/define-action";
import { closeConversation } from "@/lib/chat/commands/close-conversation";
import { reportChatMessage } from "@/lib/chat/commands/mark-chat-message";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { startConversation } from "@/lib/chat/commands/start-conversation";
import { conversationIdSchema, markChatSchema, sendFormSchema, startSchema } from "@/lib/chat/schema";
import { mailTranscript } from "@/lib/notifications/commands/mail-transcript";

const CHAT = "/portal/chat";
const again = () => revalidatePath(CHAT);

export const startAction = defineAction({
  name: "chat.start",
  actor: "customer",
  input: startSchema,
  run: async (ctx, input) => startConversation({ ...ctx, browser: await browserName() }, input),
  onDone: () => redirect(CHAT),
});
/** Of the form without a script; with one, messages go through /api/chat/messages. */
export const sendAction = defineAction({ name: "chat.send", actor: "customer", input: sendFormSchema, run: (ctx, input) => sendMessage(ctx, { ...input, attachments: undefined }), onDone: () => redirect(CHAT) });
export const closeAction = defineAction({ name: "chat.close", actor: "customer", input: conversationIdSchema, run: closeConversation, onDone: again });
export const reportAction = defineAction({ name: "chat.report", actor: "customer", input: markChatSchema, run: reportChatMessage });
export const mailAction = defineAction({ name: "chat.mail", actor: "customer", input: conversationIdSchema, run: mailTranscript });
