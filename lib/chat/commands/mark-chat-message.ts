import "server-only";
import type { CustomerActor, PersonActor, StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canAttend } from "@/lib/chat/policy";
import { lockVisibleConversation } from "@/lib/chat/record";
import type { MarkChatInput } from "@/lib/chat/schema";
import { markByHand } from "@/lib/conduct/marking";
import { ok, refuse, type Result } from "@/lib/result";

type Refusals = "FORBIDDEN" | "CHAT_GONE" | "MESSAGE_GONE";

/** One of the desk holds a customer's message to be out of order; a person reviews it. Marked twice, the first mark stays. */
export async function markChatMessage(ctx: Context<StaffActor>, input: MarkChatInput): Promise<Result<null, Refusals>> {
  return canAttend(ctx.actor) ? markVisible(ctx, input, { isStaff: false }) : refuse("FORBIDDEN");
}

/** The customer of a conversation reports what the desk wrote in it; whoever wrote it does not decide of it. Warnings have their appeal instead. */
export async function reportChatMessage(ctx: Context<CustomerActor>, input: MarkChatInput): Promise<Result<null, Refusals>> {
  return ctx.actor.kind === "customer" ? markVisible(ctx, input, { isStaff: true }) : refuse("FORBIDDEN");
}

function markVisible({ db, actor, now }: Context<PersonActor>, { conversationId, messageId, comment }: MarkChatInput, { isStaff }: { isStaff: boolean }): Promise<Result<null, Refusals>> {
  return db.$transaction(async (tx): Promise<Result<null, Refusals>> => {
    if (!(await lockVisibleConversation(tx, actor, conversationId))) return refuse("CHAT_GONE");
    const said = await tx.conversationMessage.findFirst({ where: { id: messageId, conversationId, kind: "text", isStaff }, select: { authorId: true } });
    if (!said?.authorId) return refuse("MESSAGE_GONE");
    await markByHand(tx, { aboutId: said.authorId, chatMessageId: messageId, comment, actor, now });
    return ok(null);
  });
}
