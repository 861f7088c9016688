import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { ConversationEnd, ConversationMessageKind } from "@/lib/chat/types";
import { visibleConversationsSql } from "@/lib/chat/visibility";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { tell } from "@/lib/realtime/tell";
import { toDate } from "@/lib/time/instants";

const lockedColumns = {
  id: true, customerId: true, organizationId: true, departmentId: true, state: true, agentId: true, lastSeq: true,
  customerReadSeq: true, agentReadSeq: true, startedAt: true, lastCustomerAt: true, lastAgentAt: true, ticketId: true,
} as const satisfies Prisma.ConversationSelect;

export type LockedConversation = Prisma.ConversationGetPayload<{ select: typeof lockedColumns }>;

/** Locks the conversation for this transaction; null when there is none that the actor may see. */
export async function lockVisibleConversation(tx: Tx, actor: Actor, conversationId: string): Promise<LockedConversation | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM conversation c WHERE c.id = ${conversationId}::uuid AND ${visibleConversationsSql(actor)} FOR UPDATE OF c`;
  return rows.length === 0 ? null : tx.conversation.findUnique({ where: { id: conversationId }, select: lockedColumns });
}

/** The same for whoever found it by a rule of their own. */
export async function lockConversation(tx: Tx, conversationId: string): Promise<LockedConversation> {
  await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${conversationId}::uuid FOR UPDATE`;
  return tx.conversation.findUniqueOrThrow({ where: { id: conversationId }, select: lockedColumns });
}

type Entry = { kind?: ConversationMessageKind; authorId: string | null; isStaff: boolean; clientMessageId?: string; body?: string };

/**
 * The next entry, by the lock that the caller holds: so the numbers of a conversation have neither gaps nor twins, and are the order of it.
 * @returns what was written; `conversation` is brought up to it
 */
export async function appendMessage(tx: Tx, conversation: LockedConversation, { kind = "text", authorId, isStaff, clientMessageId, body = "" }: Entry, now: Temporal.Instant): Promise<{ id: string; seq: number }> {
  const seq = conversation.lastSeq + 1;
  const at = toDate(now);
  const { id } = await tx.conversationMessage.create({
    data: { conversationId: conversation.id, seq, kind, authorId, isStaff, clientMessageId: clientMessageId ?? crypto.randomUUID(), body, createdAt: at },
    select: { id: true },
  });
  // Whoever writes has read what stands above.
  const isText = kind === "text";
  const by = !isText ? {} : isStaff ? { lastAgentAt: at, agentReadSeq: seq } : { lastCustomerAt: at, customerReadSeq: seq };
  await tx.conversation.update({ where: { id: conversation.id }, data: { lastSeq: seq, ...by } });
  conversation.lastSeq = seq;
  await tell(tx, { topic: "chat", kind: "chat.message", subjectId: conversation.id, actorId: authorId });
  return { id, seq };
}

/** Gives a conversation to somebody of the desk, who is told so. The caller holds it, and where it waited the queue hears of it. */
export async function giveTo(tx: Tx, conversation: LockedConversation, { agentId, actorId, kind, now }: { agentId: string; actorId: string | null; kind: "joined" | "moved"; now: Temporal.Instant }): Promise<void> {
  const at = toDate(now);
  const wasWaiting = conversation.state === "waiting";
  await tx.conversation.update({ where: { id: conversation.id }, data: { state: "active", agentId, assignedAt: at } });
  await tx.chatAvailability.updateMany({ where: { userId: agentId }, data: { idleSince: at } });
  await appendMessage(tx, conversation, { kind, authorId: agentId, isStaff: true }, now);
  await tell(tx, { topic: "chat", kind: wasWaiting ? "chat.queue" : "chat.changed", subjectId: conversation.id, actorId });
  if (agentId !== actorId) await tellAbout(tx, { conversationId: conversation.id, kind: "assigned", userId: agentId });
}

/** Ends a conversation. The caller holds it. */
export async function endConversation(tx: Tx, conversation: LockedConversation, { why, by, now }: { why: ConversationEnd; by: Actor; now: Temporal.Instant }): Promise<void> {
  const byId = by.kind === "system" ? null : by.userId;
  await appendMessage(tx, conversation, { kind: "ended", authorId: byId, isStaff: by.kind !== "customer" }, now);
  await tx.conversation.update({ where: { id: conversation.id }, data: { state: "closed", closedAt: toDate(now), closedWhy: why, closedById: byId } });
  await tell(tx, { topic: "chat", kind: conversation.state === "waiting" ? "chat.queue" : "chat.changed", subjectId: conversation.id, actorId: byId });
}

export const TELL_CHAT = "notifications.tell-chat";
export type ToldChat = { conversationId: string; kind: "assigned" | "answered"; userId: string };

/** Has somebody told of it, should they not be looking (lib/notifications/tell-chat.ts). */
export async function tellAbout(tx: Tx, told: ToldChat): Promise<void> {
  await enqueue(tx, TELL_CHAT, told);
}
