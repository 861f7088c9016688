import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { appendMessage, lockConversation } from "@/lib/chat/record";
import type { WarnInput } from "@/lib/conduct/schema";
import { warnAuthor } from "@/lib/tickets/commands/warn-author";

/** Warns whoever wrote the message of a case, where they wrote it: also in a conversation that has ended, since that is where they read. */
export function warnWriter(ctx: Context<StaffActor>, input: WarnInput): ReturnType<typeof warnAuthor> {
  return warnAuthor(ctx, input, async (tx, { chatMessageId, body }) => {
    const { conversationId } = await tx.conversationMessage.findUniqueOrThrow({ where: { id: chatMessageId }, select: { conversationId: true } });
    await appendMessage(tx, await lockConversation(tx, conversationId), { kind: "warning", authorId: ctx.actor.userId, isStaff: true, body }, ctx.now);
  });
}
