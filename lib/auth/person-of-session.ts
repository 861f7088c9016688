import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import { actorRowSelect, mintPerson, type ActorRow } from "@/lib/auth/mint";
import type { Db, Tx } from "@/lib/db/client";
import { toInstantOrNull } from "@/lib/time/instants";

/** What a session's token says; the token is signed, but what it names may have changed since. `sessionId`: of one browser's session, from its beginning to its end. */
export type SessionClaim = { userId?: string; sessionVersion?: number; sessionId?: string };

/**
 * How far a session has come. `open`: it is the person's. `code`: the password was right, and the code of the second factor is still to
 * be given. `set-up`: staff must have a second factor here, and this one has none yet. Before `open` it opens nothing but its next step.
 */
export type SessionStage = "open" | "code" | "set-up";

export type Session = { id: string; stage: SessionStage; person: PersonActor; hasFactor: boolean; /** The last proof of who it is. */ confirmedAt: Temporal.Instant | null; lastSeenAt: Date };

type Row = ActorRow & { awaitsFactor: boolean; hasProviderFactor: boolean; hasFactor: boolean; isRequired: boolean; confirmedAt: Date | null; lastSeenAt: Date };

/**
 * The session as it is now, or null: signed out here or from elsewhere, suspended since, or ended with a change of password. Role and
 * organization are those of today, not those of when the session began. One statement: it is asked of every request.
 */
export async function findSession({ db }: { db: Db }, { userId, sessionVersion, sessionId }: SessionClaim): Promise<Session | null> {
  if (sessionVersion === undefined || !isId(userId) || !isId(sessionId)) return null;
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u.id, u.name, u.email, u.role::text AS role, u.organization_id AS "organizationId", u.organization_role::text AS "organizationRole",
      s.awaits_factor AS "awaitsFactor", s.has_provider_factor AS "hasProviderFactor", s.confirmed_at AS "confirmedAt", s.last_seen_at AS "lastSeenAt",
      f.user_id IS NOT NULL AS "hasFactor", g.is_staff_factor_required AS "isRequired"
    FROM user_session s
    JOIN app_user u ON u.id = s.user_id
    LEFT JOIN second_factor f ON f.user_id = u.id AND f.confirmed_at IS NOT NULL
    CROSS JOIN security_settings g
    WHERE s.id = ${sessionId}::uuid AND u.id = ${userId}::uuid AND s.ended_at IS NULL AND u.suspended_at IS NULL
      AND s.session_version = ${sessionVersion} AND u.session_version = ${sessionVersion}
      AND (NOT s.awaits_factor OR s.created_at > now() - interval '15 minutes')`;
  if (!row) return null;
  const { awaitsFactor, hasProviderFactor, hasFactor, isRequired, confirmedAt, lastSeenAt, ...actor } = row;
  const mustSetUp = isRequired && actor.role !== "customer" && !hasFactor && !hasProviderFactor;
  return { id: sessionId, stage: awaitsFactor ? "code" : mustSetUp ? "set-up" : "open", person: mintPerson(actor), hasFactor, confirmedAt: toInstantOrNull(confirmedAt), lastSeenAt };
}

/** The person of a session that is theirs, or null. A claim without a session's id is one that no browser has: of a program's own making. */
export async function findPersonOfSession({ db }: { db: Db }, claim: SessionClaim | null): Promise<PersonActor | null> {
  if (!claim?.userId || claim.sessionVersion === undefined) return null;
  if (claim.sessionId) {
    const session = await findSession({ db }, claim);
    return session?.stage === "open" ? session.person : null;
  }
  const row = await db.user.findFirst({ where: { id: claim.userId, sessionVersion: claim.sessionVersion, suspendedAt: null }, select: actorRowSelect });
  return row && mintPerson(row);
}

/** For whom something is written while they are not here: the person as they are now, or null when they were suspended or are gone. */
export async function findReader({ db }: { db: Db | Tx }, userId: string): Promise<PersonActor | null> {
  const row = await db.user.findFirst({ where: { id: userId, suspendedAt: null }, select: actorRowSelect });
  return row && mintPerson(row);
}

/** The database refuses to compare with anything else. */
function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
