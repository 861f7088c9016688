import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { deviceWords, SESSION_DAYS } from "@/lib/auth/sessions";
import { openFactor } from "@/lib/security/check-code";
import { readSettings } from "@/lib/security/settings";
import { setUpUri } from "@/lib/security/totp";
import type { FactorSetUp, FactorView, SessionView } from "@/lib/security/types";
import { toDate } from "@/lib/time/instants";

/** One's own second factor. */
export async function getFactor({ db, actor }: Context<PersonActor>): Promise<FactorView> {
  const [row, settings, owner] = await Promise.all([
    db.secondFactor.findUnique({ where: { userId: actor.userId }, select: { confirmedAt: true, _count: { select: { codes: { where: { usedAt: null } } } } } }),
    readSettings(db),
    db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } }),
  ]);
  const state = row === null ? "none" : row.confirmedAt === null ? "begun" : "active";
  const isRequired = actor.kind === "staff" && settings.isStaffFactorRequired;
  return { state, activeSince: row?.confirmedAt?.toISOString() ?? null, codesLeft: state === "active" ? (row?._count.codes ?? 0) : 0, isRequired, hasPassword: owner.passwordHash !== null };
}

/** What one's authenticator is to take in; null when nothing was begun, or it is in force already: then nobody reads it any more. @param issuer the desk's name, as the authenticator shows it */
export async function findFactorSetUp({ db, actor }: Context<PersonActor>, { issuer }: { issuer: string }): Promise<FactorSetUp | null> {
  const row = await db.secondFactor.findFirst({ where: { userId: actor.userId, confirmedAt: null }, select: { keyId: true, cipher: true } });
  const secret = row && openFactor(actor.userId, row);
  return secret?.ok ? { secret: secret.data, uri: setUpUri({ secret: secret.data, account: actor.email, issuer }) } : null;
}

/** One's own sessions that are open, the one in use first, then the ones seen last. @param currentId the one that asks */
export async function listOwnSessions({ db, actor, now }: Context<PersonActor>, { currentId }: { currentId: string | null }): Promise<SessionView[]> {
  const { sessionVersion } = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { sessionVersion: true } });
  const rows = await db.userSession.findMany({
    where: { userId: actor.userId, sessionVersion, endedAt: null, awaitsFactor: false, lastSeenAt: { gt: toDate(now.subtract({ hours: SESSION_DAYS * 24 })) } },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    take: 100,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
  const views = rows.map(({ id, userAgent, address, createdAt, lastSeenAt }): SessionView => ({ id, device: deviceWords(userAgent), address, since: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), isThis: id === currentId }));
  return [...views.filter(({ isThis }) => isThis), ...views.filter(({ isThis }) => !isThis)];
}
