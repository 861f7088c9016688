import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import type { StreamRow, Told, Topic } from "@/lib/realtime/topics";

/** Of what changed, what each of these people may learn of, in the order in which it was written. */
export async function tellAbout(db: Db, topics: readonly Topic[], { rows, people }: { rows: readonly StreamRow[]; people: readonly PersonActor[] }): Promise<ReadonlyMap<string, readonly Told[]>> {
  const byTopic = topics.map(async ({ name, look }) => {
    const own = rows.filter((row) => row.topic === name);
    return own.length > 0 && people.length > 0 ? look(db, own, people) : [];
  });
  const told = (await Promise.all(byTopic)).flat().sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  return Map.groupBy(told, (each) => each.userId);
}
