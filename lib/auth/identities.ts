import "server-only";
import type { Device } from "@/lib/auth/device";
import { recordSecurityEvent } from "@/lib/auth/security-events";
import { beginSession } from "@/lib/auth/sessions";
import type { Db } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { queueSecurityMail } from "@/lib/mail/security-mail";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

/** What a provider says of somebody, as its signed token and its own answer have it. */
export type ProviderClaims = { issuer: string; subject: string; email: string | null; isEmailVerified: boolean; /** RFC 8176: how they were asked. */ methods: readonly string[] };

export type ProviderRefusal = "PROVIDER_UNVERIFIED" | "PROVIDER_UNKNOWN" | "PROVIDER_TAKEN" | "SUSPENDED";

type Found = { id: string; name: string; email: string; sessionVersion: number };
type SignedIn = Found & { sessionId: string };

const userSelect = { id: true, name: true, email: true, sessionVersion: true, suspendedAt: true } as const;

/**
 * Signs in whoever the provider vouches for. The first time, they are who has the verified address here, and are told by mail; from then on
 * the subject alone counts, whatever becomes of the address there. Nobody is linked by an address that is not verified, and no account has
 * two subjects of one provider.
 * @param providerName as people know it
 */
export async function signInWithIdentity(db: Db, { claims, device, providerName, now }: { claims: ProviderClaims; device: Device; providerName: string; now: Temporal.Instant }): Promise<Result<SignedIn, ProviderRefusal>> {
  const found = (await findLinked(db, claims, now)) ?? (await link(db, { claims, providerName, now }));
  if (!found.ok) return found;
  const { isProviderFactorEnough } = await db.securitySettings.findUniqueOrThrow({ where: { id: 1 }, select: { isProviderFactorEnough: true } });
  const hasProviderFactor = isProviderFactorEnough && claims.methods.includes("mfa");
  const { id: userId, sessionVersion } = found.data;
  return ok({ ...found.data, sessionId: await beginSession(db, { userId, sessionVersion, device, hasProviderFactor, now }) });
}

async function findLinked(db: Db, { issuer, subject }: ProviderClaims, now: Temporal.Instant): Promise<Result<Found, "SUSPENDED"> | null> {
  const identity = await db.userIdentity.findUnique({ where: { issuer_subject: { issuer, subject } }, select: { id: true, user: { select: userSelect } } });
  if (!identity) return null;
  const { suspendedAt, ...user } = identity.user;
  if (suspendedAt) return refuse("SUSPENDED");
  await db.userIdentity.update({ where: { id: identity.id }, data: { lastUsedAt: toDate(now) } });
  return ok(user);
}

async function link(db: Db, { claims, providerName, now }: { claims: ProviderClaims; providerName: string; now: Temporal.Instant }): Promise<Result<Found, ProviderRefusal>> {
  const { issuer, subject } = claims;
  const email = claims.email?.trim().toLowerCase();
  if (!email || !claims.isEmailVerified) return refuse("PROVIDER_UNVERIFIED");
  const row = email.length <= 254 && email.isWellFormed() && !email.includes("\0") ? await db.user.findUnique({ where: { email }, select: userSelect }) : null;
  if (!row) return refuse("PROVIDER_UNKNOWN");
  const { suspendedAt, ...user } = row;
  if (suspendedAt) return refuse("SUSPENDED");
  const at = toDate(now);
  try {
    await db.$transaction(async (tx) => {
      await tx.userIdentity.create({ data: { userId: user.id, issuer, subject, linkedEmail: email, linkedAt: at, lastUsedAt: at } });
      await recordSecurityEvent(tx, { type: "identity.linked", data: { issuer }, userId: user.id, actorId: user.id, at: now });
      await queueSecurityMail(tx, { userId: user.id, matter: "identityLinked", facts: { provider: providerName }, now });
    });
    return ok(user);
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    // Twice at once it is the same link; else the address is another person's at the provider by now.
    return (await findLinked(db, claims, now)) ?? refuse("PROVIDER_TAKEN");
  }
}
