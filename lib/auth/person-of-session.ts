import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { actorRowSelect, mintPerson } from "@/lib/auth/mint";
import type { Db, Tx } from "@/lib/db/client";

/** What a session's token says; the token is signed, but what it names may have changed since. */
export type SessionClaim = { userId?: string; sessionVersion?: number; /** Of one browser's session, from its beginning to its end. */ sessionId?: string };

/**
 * The person of a session as they are now, or null: signed out, suspended since, or of a session that ended with a change of password.
 * Role and organization are those of today, not those of when the session began.
 */
export async function findPersonOfSession({ db }: { db: Db }, session: SessionClaim | null): Promise<PersonActor | null> {
  if (!session?.userId || session.sessionVersion === undefined) return null;
  const row = await db.user.findFirst({
    where: { id: session.userId, sessionVersion: session.sessionVersion, suspendedAt: null },
    select: actorRowSelect,
  });
  return row && mintPerson(row);
}

/** For whom something is written while they are not here: the person as they are now, or null when they were suspended or are gone. */
export async function findReader({ db }: { db: Db | Tx }, userId: string): Promise<PersonActor | null> {
  const row = await db.user.findFirst({ where: { id: userId, suspendedAt: null }, select: actorRowSelect });
  return row && mintPerson(row);
}
