import { inOrder } from "./categories/tree";

export type Topic = { id: string; slug: string; name: string; description: string; parentId: string | null; position: number; /** Articles right in it. */ own: number };
/** With the articles of everything below it. */
export type CountedTopic = Topic & { articleCount: number };

/** Those in which there is something to read, each with all that stands below it, level by level in their order. */
export function countTopics(topics: readonly Topic[]): { below: Map<string | null, CountedTopic[]>; byId: Map<string, CountedTopic> } {
  const children = Map.groupBy(topics, (topic) => topic.parentId);
  const byId = new Map<string, CountedTopic>();
  const count = (topic: Topic): number => {
    const articleCount = topic.own + (children.get(topic.id) ?? []).reduce((sum, child) => sum + count(child), 0);
    byId.set(topic.id, { ...topic, articleCount });
    return articleCount;
  };
  for (const top of children.get(null) ?? []) count(top);
  const readable = [...byId.values()].filter(({ articleCount }) => articleCount > 0);
  const below = new Map([...Map.groupBy(readable, (topic) => topic.parentId)].map(([parentId, level]) => [parentId, inOrder(level)]));
  return { below, byId: new Map(readable.map((topic) => [topic.id, topic])) };
}

/** From the top down to the one above it. */
export function pathTo({ parentId }: Topic, byId: ReadonlyMap<string, CountedTopic>): CountedTopic[] {
  const above = parentId === null ? undefined : byId.get(parentId);
  return above ? [...pathTo(above, byId), above] : [];
}
