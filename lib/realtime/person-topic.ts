import "server-only";
import type { Topic } from "@/lib/realtime/topics";

/** What a person is or may do: told to nobody else. That a session ended, the hub sees to itself. */
export const personTopic: Topic = {
  name: "person",
  async look(_db, rows, people) {
    const listening = new Set(people.map(({ userId }) => userId));
    const changes = rows.filter(({ kind, subjectId }) => kind !== "session.ended" && listening.has(subjectId));
    return changes.map((row) => ({ row, userId: row.subjectId, news: { topic: "person" } }));
  },
};
