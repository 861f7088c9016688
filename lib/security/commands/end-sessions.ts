import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { endSession, endSessionsOf } from "@/lib/auth/sessions";
import { ok, refuse, type Result } from "@/lib/result";

/** Ends one of one's own sessions, wherever it is open. */
export function endOwnSession({ db, actor, now }: Context<PersonActor>, { sessionId }: { sessionId: string }): Promise<Result<null, "SESSION_GONE">> {
  const { userId } = actor;
  return db.$transaction(async (tx): Promise<Result<null, "SESSION_GONE">> => {
    const count = await endSession(tx, { sessionId, userId, now });
    if (count === 0) return refuse("SESSION_GONE");
    await recordSecurityEvent(tx, { type: "sessions.ended", data: { count }, userId, actorId: userId, at: now });
    return ok(null);
  });
}

/** Ends all of one's sessions but the one it is asked from. */
export function endOtherSessions({ db, actor, now }: Context<PersonActor>, { currentId }: { currentId: string }): Promise<Result<{ count: number }>> {
  const { userId } = actor;
  return db.$transaction(async (tx) => {
    const count = await endSessionsOf(tx, { userId, exceptId: currentId, now });
    if (count > 0) await recordSecurityEvent(tx, { type: "sessions.ended", data: { count }, userId, actorId: userId, at: now });
    return ok({ count });
  });
}
