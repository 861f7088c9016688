import "server-only";
import type { ToldChat } from "@/lib/chat/record";
import type { Db } from "@/lib/db/client";
import { keepNotifications } from "@/lib/notifications/keep";
import { presentIn } from "@/lib/realtime/presence";

/**
 * Tells somebody that a conversation was given to them, or that the desk answered: once until they have read it, and not at all while they
 * have it in sight. Told twice about one thing, they are told once.
 */
export async function tellChat({ db, now }: { db: Db; now: Temporal.Instant }, { conversationId, kind, userId }: ToldChat): Promise<void> {
  await db.$transaction(async (tx) => {
    const conversation = await tx.conversation.findUnique({ where: { id: conversationId }, select: { state: true, customerId: true, agentId: true, customerReadSeq: true, lastSeq: true, assignedAt: true, lastAgentAt: true } });
    if (!conversation || (await presentIn(tx, { subjectId: conversationId, userId, now }))) return;
    const { customerId, agentId, customerReadSeq, lastSeq, assignedAt, lastAgentAt } = conversation;
    if (kind === "assigned") {
      if (agentId !== userId || conversation.state !== "active" || !assignedAt) return;
      await keepNotifications(tx, { now, tellings: [{ userId, topic: "chat", source: `chat-assigned:${conversationId}:${assignedAt.toISOString()}`, about: { conversationId }, at: assignedAt }] });
      return;
    }
    if (customerId !== userId || customerReadSeq >= lastSeq || !lastAgentAt) return;
    await keepNotifications(tx, { now, tellings: [{ userId, topic: "chat", source: `chat-answered:${conversationId}:${customerReadSeq}`, about: { conversationId }, at: lastAgentAt }] });
  });
}
