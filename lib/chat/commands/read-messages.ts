import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { canWriteIn } from "@/lib/chat/policy";
import { lockVisibleConversation } from "@/lib/chat/record";
import type { ConversationIdInput, LookInput, ReadInput } from "@/lib/chat/schema";
import { visibleConversations } from "@/lib/chat/visibility";
import { markGone, markPresent } from "@/lib/realtime/presence";
import { tell } from "@/lib/realtime/tell";
import { ok, refuse, type Result } from "@/lib/result";

/** Its customer, or whoever has it, has read up to there; a colleague who looks on marks nothing. It never goes back. */
export function readMessages({ db, actor }: Context<PersonActor>, { conversationId, seq }: ReadInput): Promise<Result<null, "CHAT_GONE">> {
  return db.$transaction(async (tx): Promise<Result<null, "CHAT_GONE">> => {
    const conversation = await lockVisibleConversation(tx, actor, conversationId);
    if (!conversation) return refuse("CHAT_GONE");
    if (actor.kind === "staff" && conversation.agentId !== actor.userId) return ok(null);
    const before = actor.kind === "staff" ? conversation.agentReadSeq : conversation.customerReadSeq;
    const upTo = Math.min(seq, conversation.lastSeq);
    if (upTo <= before) return ok(null);
    await tx.conversation.update({ where: { id: conversationId }, data: actor.kind === "staff" ? { agentReadSeq: upTo } : { customerReadSeq: upTo } });
    await tell(tx, { topic: "chat", kind: "chat.read", subjectId: conversationId, actorId: actor.userId });
    return ok(null);
  });
}

/** Tells the other side that one is writing; it is kept nowhere, and over by itself. */
export async function sayTyping({ db, actor }: Context<PersonActor>, { conversationId }: ConversationIdInput): Promise<Result<null, "CHAT_GONE">> {
  const conversation = await db.conversation.findFirst({ where: { AND: [visibleConversations(actor), { id: conversationId }] }, select: { state: true, customerId: true, agentId: true } });
  if (!conversation || !canWriteIn(actor, conversation)) return refuse("CHAT_GONE");
  await tell(db, { topic: "chat", kind: "chat.typing", subjectId: conversationId, actorId: actor.userId });
  return ok(null);
}

/** Somebody has the conversation in sight, or has it no more: while they do, nothing of it has to be told to them elsewhere. */
export function lookAtConversation({ db, actor, now }: Context<PersonActor>, { conversationId, isLooking }: LookInput): Promise<Result<null, "CHAT_GONE">> {
  return db.$transaction(async (tx): Promise<Result<null, "CHAT_GONE">> => {
    const found = await tx.conversation.count({ where: { AND: [visibleConversations(actor), { id: conversationId }] } });
    if (found === 0) return refuse("CHAT_GONE");
    const place = { subjectId: conversationId, userId: actor.userId, now };
    await (isLooking ? markPresent(tx, place) : markGone(tx, place));
    return ok(null);
  });
}
