import "server-only";
import type { Db, Tx } from "@/lib/db/client";
import { tell } from "@/lib/realtime/tell";
import type { Topic } from "@/lib/realtime/topics";

const TOPIC = "notification";

/** How many notifications somebody has not read: told to them alone. */
export const notificationTopic: Topic = {
  name: TOPIC,
  async look(_db, rows, people) {
    const listening = new Set(people.map(({ userId }) => userId));
    return rows.filter(({ subjectId }) => listening.has(subjectId)).map((row) => ({ row, userId: row.subjectId, news: { topic: TOPIC } }));
  },
};

/** There is a new one, or one was read, perhaps in another window. */
export function tellUnread(tx: Tx | Db, userId: string): Promise<void> {
  return tell(tx, { topic: TOPIC, kind: "notification.changed", subjectId: userId });
}
