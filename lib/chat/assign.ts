import "server-only";
import { presentSince } from "@/lib/chat/desk-state";
import { giveTo, lockConversation, type LockedConversation } from "@/lib/chat/record";
import type { Db, Tx } from "@/lib/db/client";

/**
 * Gives those who wait, first come first, to whoever is there, below their limit, and has been idle longest. One after the other over all
 * processes: the row of settings is held meanwhile, so two at once never take the same conversation or the same last place of an agent.
 * Asked after every commit that makes somebody wait or lets somebody take; a job asks each minute, should one have died in between.
 * @returns how many were given
 */
export async function assignWaiting({ db, now }: { db: Db; now: Temporal.Instant }): Promise<number> {
  let count = 0;
  while (await db.$transaction((tx) => assignNext(tx, now))) count += 1;
  return count;
}

async function assignNext(tx: Tx, now: Temporal.Instant): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM chat_settings WHERE id = 1 FOR UPDATE`;
  const agentId = await nextAgent(tx, now);
  if (!agentId) return false;
  const conversation = await nextWaiting(tx);
  if (!conversation) return false;
  await giveTo(tx, conversation, { agentId, actorId: null, kind: "joined", now });
  return true;
}

async function nextAgent(tx: Tx, now: Temporal.Instant): Promise<string | null> {
  const [agent] = await tx.$queryRaw<{ userId: string }[]>`
    SELECT a.user_id AS "userId" FROM chat_availability a JOIN app_user u ON u.id = a.user_id
    WHERE a.is_available AND a.seen_at > ${presentSince(now)} AND u.role <> 'customer' AND u.suspended_at IS NULL
      AND (SELECT count(*) FROM conversation c WHERE c.agent_id = a.user_id AND c.state = 'active') < a.most_at_once
    ORDER BY a.idle_since, a.user_id LIMIT 1`;
  return agent?.userId ?? null;
}

/** Whoever is first may be leaving at this moment: then the next one is. */
async function nextWaiting(tx: Tx): Promise<LockedConversation | null> {
  for (;;) {
    const first = await tx.conversation.findFirst({ where: { state: "waiting" }, orderBy: [{ startedAt: "asc" }, { id: "asc" }], select: { id: true } });
    if (!first) return null;
    const held = await lockConversation(tx, first.id);
    if (held.state === "waiting") return held;
  }
}
