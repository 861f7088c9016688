import "server-only";
import type { PersonActor, SystemActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { assignWaiting } from "@/lib/chat/assign";
import { readDeskState } from "@/lib/chat/desk-state";
import { canWriteIn } from "@/lib/chat/policy";
import { endConversation, lockVisibleConversation } from "@/lib/chat/record";
import type { ConversationIdInput } from "@/lib/chat/schema";
import { readChatSettings } from "@/lib/chat/settings";
import { endedBySilence, WAITED_MINUTES } from "@/lib/chat/silence";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate, toInstant, toInstantOrNull } from "@/lib/time/instants";

/** Its customer, or whoever has it, ends it. Ended twice, the first end stays. */
export async function closeConversation(ctx: Context<PersonActor>, { conversationId }: ConversationIdInput): Promise<Result<{ conversationId: string }, "CHAT_GONE" | "CHAT_NOT_YOURS">> {
  const { db, actor, now } = ctx;
  const closed = await db.$transaction(async (tx): Promise<Result<{ conversationId: string }, "CHAT_GONE" | "CHAT_NOT_YOURS">> => {
    const conversation = await lockVisibleConversation(tx, actor, conversationId);
    if (!conversation) return refuse("CHAT_GONE");
    if (conversation.state === "closed") return ok({ conversationId });
    if (!canWriteIn(actor, conversation)) return refuse("CHAT_NOT_YOURS");
    await endConversation(tx, conversation, { why: actor.kind === "customer" ? "customer" : "agent", by: actor, now });
    return ok({ conversationId });
  });
  if (closed.ok) await assignWaiting(ctx);
  return closed;
}

/** Ends those that were left alone, each by itself: whoever wrote at this very moment goes on. @returns how many */
export async function closeSilent({ db, actor, now }: Context<SystemActor>): Promise<number> {
  const [{ silenceMinutes }, desk] = [await readChatSettings(db), await readDeskState(db, now)];
  // Nothing is left alone sooner than by the shortest of both rules; what was is looked at under its lock.
  const quiet = toDate(now.subtract({ minutes: Math.min(silenceMinutes, WAITED_MINUTES) }));
  const candidates = await db.conversation.findMany({ where: { state: { not: "closed" }, lastCustomerAt: { lt: quiet } }, orderBy: { lastCustomerAt: "asc" }, select: { id: true } });
  let count = 0;
  for (const { id } of candidates) {
    const isEnded = await db.$transaction(async (tx) => {
      const conversation = await lockVisibleConversation(tx, actor, id);
      if (!conversation || conversation.state === "closed") return false;
      const { state, lastCustomerAt, lastAgentAt } = conversation;
      const why = endedBySilence(
        { state, lastCustomerAt: toInstant(lastCustomerAt), lastAgentAt: toInstantOrNull(lastAgentAt) },
        { now, silenceMinutes, isDeskOpen: desk.kind !== "closed" },
      );
      if (why) await endConversation(tx, conversation, { why, by: actor, now });
      return why !== null;
    });
    if (isEnded) count += 1;
  }
  return count;
}
