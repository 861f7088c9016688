import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { assignWaiting } from "@/lib/chat/assign";
import { canAttend } from "@/lib/chat/policy";
import type { AvailabilityInput } from "@/lib/chat/schema";
import { tell } from "@/lib/realtime/tell";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** Whether one takes conversations, and how many at once. Whoever becomes available is idle from now; who waits is given at once. */
export async function setAvailability(ctx: Context<StaffActor>, { isAvailable, mostAtOnce }: AvailabilityInput): Promise<Result<null, "FORBIDDEN">> {
  const { db, actor, now } = ctx;
  if (!canAttend(actor)) return refuse("FORBIDDEN");
  const at = toDate(now);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO chat_availability (user_id, is_available, most_at_once, idle_since, seen_at, updated_at) VALUES (${actor.userId}::uuid, ${isAvailable}, ${mostAtOnce}, ${at}, ${at}, ${at})
      ON CONFLICT (user_id) DO UPDATE SET is_available = EXCLUDED.is_available, most_at_once = EXCLUDED.most_at_once, seen_at = EXCLUDED.seen_at, updated_at = EXCLUDED.updated_at,
        idle_since = CASE WHEN EXCLUDED.is_available AND NOT chat_availability.is_available THEN EXCLUDED.idle_since ELSE chat_availability.idle_since END`;
    await tell(tx, { topic: "chat", kind: "chat.availability", subjectId: actor.userId, actorId: actor.userId });
  });
  if (isAvailable) await assignWaiting(ctx);
  return ok(null);
}

/** A page of the desk is open in their browser: conversations may be given to them. Whoever has not said so for a while gets none. */
export async function stayPresent(ctx: Context<StaffActor>): Promise<Result<null, "FORBIDDEN">> {
  const { db, actor, now } = ctx;
  if (!canAttend(actor)) return refuse("FORBIDDEN");
  const { count } = await db.chatAvailability.updateMany({ where: { userId: actor.userId, isAvailable: true }, data: { seenAt: toDate(now) } });
  if (count > 0 && (await db.conversation.count({ where: { state: "waiting" } })) > 0) await assignWaiting(ctx);
  return ok(null);
}
