import "server-only";
import type { ChatChange } from "@/lib/realtime/news";
import type { StreamRow, Topic } from "@/lib/realtime/topics";

const CHANGES: Record<string, ChatChange> = { "chat.message": "message", "chat.read": "read", "chat.typing": "typing" };

/**
 * Conversations: to their customer and to the desk; that somebody reads or writes only to the two who talk. That the queue moved concerns
 * everybody who waits, each by their own conversation.
 */
export const chatTopic: Topic = {
  name: "chat",
  async look(db, rows, people) {
    const listening = people.map(({ userId }) => userId);
    const subjects = [...new Set(rows.map(({ subjectId }) => subjectId))];
    const isQueueMoved = rows.some(({ kind }) => kind === "chat.queue" || kind === "chat.availability");
    const talks = await db.$queryRaw<Talk[]>`
      SELECT c.id, c.customer_id AS "customerId", c.agent_id AS "agentId", c.state = 'waiting' AS "isWaiting" FROM conversation c
      WHERE c.id = ANY(${subjects}::uuid[]) OR (${isQueueMoved} AND c.state = 'waiting' AND c.customer_id = ANY(${listening}::uuid[]))`;
    const present = await db.$queryRaw<Reader[]>`
      SELECT u.id AS "userId", u.role <> 'customer' AS "isStaff" FROM app_user u WHERE u.id = ANY(${listening}::uuid[]) AND u.suspended_at IS NULL`;
    return rows.flatMap((row) => present.flatMap((reader) => newsFor(reader, row, talks).map((conversationId) => ({
      row,
      userId: reader.userId,
      news: { topic: "chat" as const, conversationId, change: CHANGES[row.kind] ?? "changed", isOwn: row.actorId === reader.userId },
    }))));
  },
};

type Talk = { id: string; customerId: string; agentId: string | null; isWaiting: boolean };
type Reader = { userId: string; isStaff: boolean };

/** The conversations in which this is news to a reader. */
function newsFor({ userId, isStaff }: Reader, { kind, subjectId, actorId }: StreamRow, talks: readonly Talk[]): string[] {
  const isBetweenTwo = kind === "chat.read" || kind === "chat.typing";
  // That one has read something one's other pages count; that one writes is news to the other side alone.
  if (kind === "chat.typing" && actorId === userId) return [];
  if (kind === "chat.availability" && isStaff) return [subjectId];
  const isForDesk = ({ id, agentId }: Talk) => id === subjectId && (!isBetweenTwo || agentId === userId);
  const isMoved = kind === "chat.queue" || kind === "chat.availability";
  const isForCustomer = ({ id, customerId, isWaiting }: Talk) => customerId === userId && (id === subjectId || (isMoved && isWaiting));
  return talks.filter((talk) => (isStaff ? isForDesk(talk) : isForCustomer(talk))).map(({ id }) => id);
}
