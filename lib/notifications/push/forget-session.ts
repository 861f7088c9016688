import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";

/** With the end of a session its browser shows nothing more: from now on it may be anybody's. */
export async function forgetPushOfSession({ db, actor }: Pick<Context<PersonActor>, "db" | "actor">, sessionId: string): Promise<void> {
  await db.pushSubscription.deleteMany({ where: { userId: actor.userId, sessionId } });
}
