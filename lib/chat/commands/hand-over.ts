import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { assignWaiting } from "@/lib/chat/assign";
import { canAttend } from "@/lib/chat/policy";
import { giveTo, lockVisibleConversation } from "@/lib/chat/record";
import type { ConversationIdInput, HandOverInput } from "@/lib/chat/schema";
import { ok, refuse, type Result } from "@/lib/result";
import { isAssignable } from "@/lib/tickets/commands/assign-ticket";
import { toDate } from "@/lib/time/instants";

type Moved = { conversationId: string };

/** Gives a conversation to a colleague, or takes it over oneself, with a note that the desk alone reads. People may go beyond a limit. */
export async function handOver(ctx: Context<StaffActor>, { conversationId, toId, note }: HandOverInput): Promise<Result<Moved, "CHAT_GONE" | "FORBIDDEN" | "CHAT_ENDED" | "CHAT_WAITING" | "CHAT_UNKNOWN_AGENT">> {
  const { db, actor, now } = ctx;
  const moved = await db.$transaction(async (tx): Promise<Result<Moved, "CHAT_GONE" | "FORBIDDEN" | "CHAT_ENDED" | "CHAT_WAITING" | "CHAT_UNKNOWN_AGENT">> => {
    if (!canAttend(actor)) return refuse("FORBIDDEN");
    const conversation = await lockVisibleConversation(tx, actor, conversationId);
    if (!conversation) return refuse("CHAT_GONE");
    if (conversation.state === "closed") return refuse("CHAT_ENDED");
    if (!conversation.agentId) return refuse("CHAT_WAITING");
    if (toId === conversation.agentId || !(await isAssignable(tx, toId))) return refuse("CHAT_UNKNOWN_AGENT");
    await tx.conversationHandOver.create({ data: { conversationId, fromId: actor.userId, toId, note, at: toDate(now) } });
    await giveTo(tx, conversation, { agentId: toId, actorId: actor.userId, kind: "moved", now });
    return ok({ conversationId });
  });
  if (moved.ok) await assignWaiting(ctx);
  return moved;
}

/** Takes somebody who waits, whatever one's limit is. Of two who press at once the first one has it. */
export function takeConversation({ db, actor, now }: Context<StaffActor>, { conversationId }: ConversationIdInput): Promise<Result<Moved, "CHAT_GONE" | "FORBIDDEN" | "CHAT_TAKEN">> {
  return db.$transaction(async (tx): Promise<Result<Moved, "CHAT_GONE" | "FORBIDDEN" | "CHAT_TAKEN">> => {
    if (!canAttend(actor)) return refuse("FORBIDDEN");
    const conversation = await lockVisibleConversation(tx, actor, conversationId);
    if (!conversation) return refuse("CHAT_GONE");
    if (conversation.agentId === actor.userId && conversation.state === "active") return ok({ conversationId });
    if (conversation.state !== "waiting") return refuse("CHAT_TAKEN");
    await giveTo(tx, conversation, { agentId: actor.userId, actorId: actor.userId, kind: "joined", now });
    return ok({ conversationId });
  });
}
