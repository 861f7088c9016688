"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { closeConversation } from "@/lib/chat/commands/close-conversation";
import { addToTicket, convertToTicket } from "@/lib/chat/commands/convert-to-ticket";
import { handOver, takeConversation } from "@/lib/chat/commands/hand-over";
import { markChatMessage } from "@/lib/chat/commands/mark-chat-message";
import { sendMessage } from "@/lib/chat/commands/send-message";
import { setAvailability } from "@/lib/chat/commands/set-availability";
import { addToTicketSchema, availabilitySchema, conversationIdSchema, convertSchema, handOverSchema, markChatSchema, sendFormSchema } from "@/lib/chat/schema";
import type { DuplicateView } from "@/lib/tickets/types";
import { refuse } from "@/lib/result";

const again = () => revalidatePath("/agent/chat", "layout");

export const availabilityAction = defineAction({ name: "chat.availability", actor: "staff", input: availabilitySchema, run: setAvailability, onDone: again });
export const takeAction = defineAction({ name: "chat.take", actor: "staff", input: conversationIdSchema, run: takeConversation, onDone: again });
export const handOverAction = defineAction({ name: "chat.hand-over", actor: "staff", input: handOverSchema, run: handOver, onDone: again });
export const closeAction = defineAction({ name: "chat.close", actor: "staff", input: conversationIdSchema, run: closeConversation, onDone: again });
export const addAction = defineAction({ name: "chat.add-to-ticket", actor: "staff", input: addToTicketSchema, run: addToTicket, onDone: again });
export const markAction = defineAction({ name: "chat.mark", actor: "staff", input: markChatSchema, run: markChatMessage, onDone: () => revalidatePath("/agent/conduct", "layout") });
/** Of the form without a script; with one, messages go through /api/chat/messages. */
export const sendAction = defineAction({
  name: "chat.send",
  actor: "staff",
  input: sendFormSchema,
  run: (ctx, input) => sendMessage(ctx, { ...input, attachments: undefined }),
  onDone: (_sent, { conversationId }) => redirect(`/agent/chat/${conversationId}`),
});

/** Likely duplicates are named once; sent again, the agent has looked at them and found them to be about something else. */
export const convertAction = defineAction({
  name: "chat.convert",
  actor: "staff",
  input: convertSchema,
  async run(ctx, input) {
    const converted = await convertToTicket(ctx, input);
    if (converted.ok || converted.code !== "DUPLICATE_NOT_REVIEWED") return converted;
    const { candidates } = converted.details as { candidates: DuplicateView[] };
    return refuse("CHAT_DUPLICATES", { references: candidates.map(({ reference }) => reference).join(", "), different: candidates.map(({ ticketId }) => ticketId).join(" ") });
  },
  onDone: again,
});
