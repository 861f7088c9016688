import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canAttend } from "@/lib/chat/policy";
import { lockVisibleConversation } from "@/lib/chat/record";
import type { MarkChatInput } from "@/lib/chat/schema";
import { markByHand } from "@/lib/conduct/marking";
import { ok, refuse, type Result } from "@/lib/result";

/** One of the desk holds a customer's message to be out of order; a person reviews it. Marked twice, the first mark stays. */
export function markChatMessage({ db, actor, now }: Context<StaffActor>, { conversationId, messageId, comment }: MarkChatInput): Promise<Result<null, "FORBIDDEN" | "CHAT_GONE" | "MESSAGE_GONE">> {
  return db.$transaction(async (tx): Promise<Result<null, "FORBIDDEN" | "CHAT_GONE" | "MESSAGE_GONE">> => {
    if (!canAttend(actor)) return refuse("FORBIDDEN");
    if (!(await lockVisibleConversation(tx, actor, conversationId))) return refuse("CHAT_GONE");
    const said = await tx.conversationMessage.findFirst({ where: { id: messageId, conversationId, kind: "text", isStaff: false }, select: { authorId: true } });
    if (!said?.authorId) return refuse("MESSAGE_GONE");
    await markByHand(tx, { aboutId: said.authorId, chatMessageId: messageId, comment, actor, now });
    return ok(null);
  });
}
